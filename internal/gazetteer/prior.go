package gazetteer

// Priors order the senses of one name; the order of kinds was chosen by hand.
const (
	priorCountry   = 1000
	priorDemonym   = 900
	priorOrg       = 850
	priorSeat      = 800
	priorGathering = 780
	priorOffice    = 700
	priorStanding  = 690
	priorHonorific = 680
	priorPerson    = 650
	priorMetropole = 600 // a capital, or more than a million people
	priorSurname   = 560
	priorBigCity   = 500 // more than 300,000
	priorTown      = 300 // more than 100,000
	priorGiven     = 350
	priorMistaken  = 340 // a family name that is rather a given name
	priorSmallTown = 200
)
