package gazetteer

// Role is what an office is, across states: "foreign-minister" is the same
// role in India, where news says "External Affairs Minister", and in the
// United States, where it says "Secretary of State".
type Role string

// The roles that the lists of people use. Offices have more: see offices.tsv
// and portfolios.tsv.
const (
	RoleHeadOfState         Role = "head-of-state"
	RoleHeadOfGovernment    Role = "head-of-government"
	RoleForeignMinister     Role = "foreign-minister"
	RoleDefenceMinister     Role = "defence-minister"
	RoleFinanceMinister     Role = "finance-minister"
	RoleVicePresident       Role = "vice-president"
	RoleDeputyHead          Role = "deputy-head"
	RoleMonarchHeir         Role = "monarch-heir"
	RoleSecurityAdviser     Role = "security-adviser"
	RolePartyLeader         Role = "party-leader"
	RoleSpeaker             Role = "speaker"
	RoleSecretaryGeneral    Role = "secretary-general"
	RoleCommissionPresident Role = "commission-president"
	RoleCouncilPresident    Role = "council-president"
	RoleHighRepresentative  Role = "high-representative"
	RoleCentralBank         Role = "central-bank"
	RoleEnvoy               Role = "envoy"
	RoleSpokesman           Role = "spokesman"
	RoleMinister            Role = "minister"
	RoleAide                Role = "aide"
	RoleLeader              Role = "leader" // "the Russian leader": whoever leads the state
	RoleAmbassador          Role = "ambassador"
	RoleOfficial            Role = "official"
	RoleOther               Role = "other"
)
