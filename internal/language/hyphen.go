package language

import "strings"

// The treebanks cut nearly every hyphen out: "Indo - Pacific", "so - called",
// "26 - year - old". They keep it after a prefix that is no word ("non-oil",
// "mid-August"), in telephone numbers and dates in figures, and in given names
// of two syllables ("Hee-Chan").

// keptPrefixes are the prefixes that keep their hyphen, in lower case.
var keptPrefixes = map[string]bool{
	"non": true, "re": true, "anti": true, "mid": true, "e": true, "co": true, "pre": true, "pro": true, "post": true, "over": true,
	"sub": true, "counter": true, "semi": true, "multi": true, "ex": true, "socio": true, "mini": true, "inter": true, "intra": true,
	"micro": true, "un": true, "cross": true, "ultra": true, "trans": true, "extra": true, "super": true, "under": true, "de": true,
	"bi": true, "tri": true, "psycho": true, "neo": true, "macro": true, "proto": true, "pseudo": true, "arch": true, "supra": true,
}

// cutHyphen decides for the hyphen at s[k], in the word s[i:j] whose open
// part starts at p.
func cutHyphen(s string, i, p, k, j int) bool {
	if figures(s[i:j]) {
		return false
	}
	left := s[p:k]
	if len(left) <= 7 && p == i && keptPrefixes[strings.ToLower(left)] {
		return false
	}
	end := k + 1
	for end < j && classes[s[end]] == letter {
		end++
	}
	right := s[k+1 : end]
	return !(end == j || classes[s[end]] == apo) || !givenName(s, i, left, right)
}

// figures reports whether w is a telephone number or a date in figures: three
// groups, or three figures and four.
func figures(w string) bool {
	groups, first, last := 1, 0, 0
	for i := 0; i < len(w); i++ {
		switch {
		case classes[w[i]] == digit:
			last++
		case w[i] == '-':
			if groups == 1 {
				first = last
			}
			groups++
			last = 0
		default:
			return false
		}
	}
	return groups > 2 || groups == 2 && first == 3 && last == 4
}

// givenName reports whether left-right is a Chinese or Korean given name after
// a family name: "Lee Jae-myung", "Tsai Ing-wen". Both halves must be
// syllables that no English word is, or the second a small one.
func givenName(s string, i int, left, right string) bool {
	if len(left) < 2 || len(left) > 6 || len(right) < 2 || len(right) > 6 || !upperAt(left, 0) {
		return false
	}
	if i < 2 || s[i-1] != ' ' || classes[s[i-2]] != letter {
		return false // no family name before it
	}
	start := strings.LastIndexByte(s[:i-1], ' ') + 1
	if !upperAt(s, start) {
		return false
	}
	return syllables[strings.ToLower(left)] && syllables[strings.ToLower(right)]
}

// syllables are frequent halves of Korean and Chinese given names as the press
// spells them.
var syllables = func() map[string]bool {
	m := map[string]bool{}
	for _, w := range strings.Fields(`
		ah bae beom bin bo bok bong bum byung chae chai chan chang chen cheng cheol chi chia chien chih chin ching chiu cho
		choi chol choon chu chuan chul chun chung da dae dal do dok dong duck duk eui eun fang fen feng fu ga gap geun gi gil
		goo gook gu guk gun gwan gyu ha hae hai hak han hao he hee hei heon heung ho hong hoo hoon hsi hsiang hsiao hsien hsin
		hsing hsiu hsu hsun hua huang hui hun hung hwa hwan hwang hye hyeok hyeon hyo hyok hyon hyong hyuck hyuk hyun hyung ik
		il in ing ja jae jai jang je jeong ji jia jian jie jin jo jon jong joo joon ju jun jung ka kai kan kang keun kha ki kil
		kin kit kiu ko kook ku kuan kuang kuen kuk kum kun kuo kwan kwang kwon kwong kyo kyong kyoung kyu kyun kyung lam lan
		lei leung li lian liang lien lin ling lun lung mei mi min ming mo moo moon mu mun myeong myong myung nae nam nan ok pei
		pil pin ping po pong pui pyo pyong rae ran rim ro rok roh rong ryong ryul sam san sang seo seob seok seol seon seong
		seop seung sha shan shek sheng shi shih shik shin shiu shu shuk shun si sik sin sing siu so sok sol son song soo sook
		soon sop su suk sul sun sung tae tai tak tao tat teng ti tian tien tin ting to tong tsai tse tsung tuk tung tze un uk
		ung wa wah wai wan wang wei wen wha wing wol won woo wook woon wu xi xian xiang xiao xin xing xiong xu xue yan yang
		yao yau ye yee yen yeo yeol yeon yeong yeop yeul yeung yi yin ying yiu yo yon yong yoo yook yoon you youl young yu yuan
		yue yuen yuk yul yum yun yung yup zhen zheng zhi zhong zhou zhu`) {
		m[w] = true
	}
	return m
}()
