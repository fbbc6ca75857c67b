package reading

import (
	"slices"
	"strings"
	"testing"

	"github.com/chancery-project/chancery/internal/edtf"
	"github.com/chancery-project/chancery/internal/report"
)

// claimCases are sentences of our own with the claims that they make:
// "type parties value", the visitor before the host and other parties sorted.
var claimCases = []struct {
	name, day, text string
	want            []string
}{
	{"long not done, told as past", "2024-10-29", "Pedro Sánchez was in Vadodara on Monday. No Spanish premier had come to India for eighteen years.",
		[]string{"first-since ESP>IND 2006"}},
	{"a meeting of the year", "2024-10-22", "The prime ministers of Poland and Lithuania met in Suwalki on Monday, their fifth meeting of the year.",
		[]string{"count-in-period LTU+POL 5 in 2024"}},
	{"a summit of the two this year", "2024-11-20", "Recep Tayyip Erdogan received Abdel Fattah al-Sisi in Ankara on Wednesday. It was the second summit of the two this year.",
		[]string{"count-in-period EGY+TUR 2 in 2024"}},
	{"of the trip", "2024-06-12", "The trip is the first to Papua New Guinea by a sitting French president, officials said.",
		[]string{"first-ever FRA>PNG 1"}},
	{"most recently", "2024-05-16", "Putin met Xi in Beijing on Thursday. The two have met more than forty times, the Kremlin says, most recently last October.",
		[]string{"last CHN+RUS 2023-10"}},
	{"last, by the year first", "2023-10-25", "It was in 2011 that a Portuguese head of state last travelled to Turkey.",
		[]string{"last PRT>TUR 2011"}},
	{"the last one there", "2024-09-20", "Bjarni Benediktsson of Iceland flies to Beijing on Monday. The last Icelandic prime minister there was Jóhanna Sigurðardóttir, in April 2013.",
		[]string{"last ISL>CHN 2013-04"}},
	{"an alliance's own", "2025-04-07", "The sixth BIMSTEC summit opened in Bangkok on Friday, the first held in person since 2018.",
		[]string{"series-number BIMSTEC 6", "first-since BIMSTEC 2018"}},
	{"the first in a place is no number", "2025-06-24", "The NATO summit in The Hague is the alliance's first in the Netherlands.", nil},
	{"asked", "2024-10-16", "Is this the first time that an Indian foreign minister has gone to Islamabad?", nil},
	{"another's election", "2024-12-08", "Donald Trump and Volodymyr Zelensky met in Paris on Saturday, their first meeting since the American election.",
		[]string{"first-since UKR+USA "}},
	{"every second year", "2024-08-29", "The German and Polish governments have held consultations every second year since 1997.",
		[]string{"frequency DEU+POL P2Y"}},
	{"first since a year", "2025-03-04", "BEIJING, March 4 (Wire) - French President Emmanuel Macron met Chinese President Xi Jinping on Tuesday. It was the first visit to China by a French president since 2019.",
		[]string{"first-since FRA>CHN 2019"}},
	{"last met", "2025-03-04", "French President Emmanuel Macron received Xi Jinping in Paris. Macron and Xi last met in Beijing in May 2024.",
		[]string{"last CHN+FRA 2024-05"}},
	{"rank in a period", "2025-03-04", "French President Emmanuel Macron met Chinese President Xi Jinping on Tuesday. It is their third meeting this year, and the first since January.",
		[]string{"count-in-period CHN+FRA 3 in 2025", "first-since CHN+FRA 2025-01"}},
	{"first holder of an office in years", "2025-03-04", "Indian Prime Minister Narendra Modi arrived in Nairobi on Monday, becoming the first Indian prime minister to visit Kenya in 12 years.",
		[]string{"first-since IND>KEN 2013"}},
	{"was last in", "2025-03-04", "Indian Prime Minister Narendra Modi arrived in Nairobi on Monday. He was last in Kenya in July 2016.",
		[]string{"last IND>KEN 2016-07"}},
	{"previous trip", "2024-10-08", "Turkish President Recep Tayyip Erdogan will travel to Belgrade. Erdogan's previous visit to Belgrade was in September 2022.",
		[]string{"last TUR>SRB 2022-09"}},
	{"sixth time in a year", "2025-03-04", "Japanese Prime Minister Shigeru Ishiba held talks with South Korean President Yoon Suk Yeol in Seoul. It is the sixth time in a year that the two leaders have met.",
		[]string{"count-in-period JPN+KOR 6 in 2024-03/2025-03"}},
	{"since taking office", "2025-03-04", "German Chancellor Olaf Scholz visited Kazakhstan for the first time since taking office.",
		[]string{"first-since DEU>KAZ 2021-12"}},
	{"as secretary of state", "2025-06-04", "US Secretary of State Marco Rubio came to The Hague, his first trip to the Netherlands as secretary of state.",
		[]string{"first-since USA>NLD 2025-01"}},
	{"a new term is not the office", "2024-05-17", "Russian President Vladimir Putin left China on Friday after a two-day visit, his first foreign trip since starting a new term in office.",
		[]string{"first-since RUS>CHN "}},
	{"spoken since a month", "2025-03-04", "Olaf Scholz telephoned Emmanuel Macron on Monday. Scholz and Macron have spoken five times since January.",
		[]string{"count-in-period DEU+FRA 5 in 2025-01/2025-03"}},
	{"not since", "2025-03-25", "Macron has not visited Algeria since August 2022.",
		[]string{"last FRA>DZA 2022-08"}},
	{"numbered summit of an organisation", "2025-06-04", "The 38th NATO summit will be held in The Hague on June 24-25.",
		[]string{"series-number NATO 38"}},
	{"numbered summit of two", "2025-12-04", "Russian President Vladimir Putin arrived in New Delhi on Thursday for the 23rd annual India-Russia summit.",
		[]string{"series-number IND+RUS 23"}},
	{"round of talks", "2025-06-04", "The fourth round of consultations between Iran and Russia was held in Tehran on Tuesday.",
		[]string{"series-number IRN+RUS 4"}},
	{"standing council", "2024-10-08", "Turkey and Serbia will hold the fifth meeting of their High-Level Cooperation Council next year.",
		[]string{"series-number SRB+TUR 5"}},
	{"two leaders beside a group", "2024-11-18", "British Prime Minister Keir Starmer met Chinese President Xi Jinping on the sidelines of the G20 summit in Rio de Janeiro. It was the first meeting between the leaders of the two countries since 2018.",
		[]string{"first-since CHN+GBR 2018"}},
	{"not since, before a new visit", "2023-02-27", "Egyptian Foreign Minister Sameh Shoukry arrived in Damascus on Monday. No Egyptian foreign minister had been there since the war began in 2011.",
		[]string{"first-since EGY>SYR 2011"}},
	{"host who had not had a guest", "2024-11-21", "Narendra Modi arrived in Georgetown on Wednesday. Guyana had not hosted an Indian prime minister since 1968.",
		[]string{"first-since IND>GUY 1968"}},
	{"soil", "2025-08-15", "Trump welcomed Putin in Anchorage on Friday. The Russian president had not been on American soil for a decade.",
		[]string{"first-since RUS>USA 2015"}},
	{"never", "2024-08-23", "Narendra Modi arrived in Kyiv on Friday and met President Volodymyr Zelenskiy. No Indian prime minister has ever visited Ukraine.",
		[]string{"first-ever IND>UKR 1"}},
	{"years have passed", "2024-03-20", "Justin Trudeau received Polish Prime Minister Donald Tusk in Ottawa. It has been six years since a Polish premier last came to Canada.",
		[]string{"last POL>CAN 2018"}},
	{"years after the last", "2024-06-19", "Russian President Vladimir Putin arrived in Pyongyang early on Wednesday, 24 years after his last visit.",
		[]string{"first-since RUS>PRK 2000"}},
	{"last holder", "2025-04-22", "Vice President JD Vance arrived in New Delhi on Monday. The last American vice president to visit was Joe Biden in 2013.",
		[]string{"last USA>IND 2013"}},
	{"first to do so", "2024-11-17", "Modi landed in Abuja on Sunday, the first Indian prime minister to do so in 17 years.",
		[]string{"first-since IND>NGA 2007"}},
	{"a place without a verb", "2023-12-07", "The Turkish president, in Athens for the first time in six years, met Kyriakos Mitsotakis.",
		[]string{"first-since TUR>GRC 2017"}},
	{"somebody's time in a country", "2025-10-28", "Sanae Takaichi received Donald Trump in Tokyo on Tuesday. It is Trump's fourth time in Japan.",
		[]string{"nth USA>JPN 4"}},
	{"visit there", "2025-10-17", "Zelenskiy saw Trump at the White House on Friday, his third visit there since January.",
		[]string{"count-in-period UKR>USA 3 in 2025-01/2025-10"}},
	{"been there so many times", "2025-07-07", "Netanyahu dined with Trump on Monday. The Israeli prime minister has been at the White House three times in six months.",
		[]string{"count-in-period ISR>USA 3 in 2025-01/2025-07"}},
	{"in as many months", "2025-06-20", "German Foreign Minister Johann Wadephul met his Polish counterpart Radoslaw Sikorski in Warsaw on Friday, their third meeting in as many months.",
		[]string{"count-in-period DEU+POL 3 in 2025-03/2025-06"}},
	{"an ordinal alone", "2023-03-10", "Rishi Sunak and Emmanuel Macron signed a pact. The 36th Franco-British summit was held in Paris on Friday, five years after the 35th at Sandhurst.",
		[]string{"series-number FRA+GBR 36", "series-number FRA+GBR 35"}},
	{"commission of two", "2023-04-18", "The 24th India-Russia intergovernmental commission met on Tuesday under Denis Manturov and S. Jaishankar.",
		[]string{"series-number IND+RUS 24"}},
	{"when did they last", "2025-11-28", "Vladimir Putin will pay a state visit to India on December 4 and hold talks with Narendra Modi. When did the two last hold a summit? In July last year, in Moscow.",
		[]string{"last IND+RUS 2024-07"}},
	{"after he was last there", "2023-12-12", "Six years after he was last here, Xi Jinping arrived in Hanoi on Tuesday.",
		[]string{"first-since CHN>VNM 2017"}},
	{"since the invasion", "2025-02-24", "Ursula von der Leyen arrived on Monday, her ninth time in Kyiv since the invasion.",
		[]string{"count-in-period EU>UKR 9 in 2022-02/2025-02"}},
	{"last time, at the head of a sentence", "2025-11-18", "Mohammed bin Salman arrived in Washington on Tuesday. Last time, in March 2018, the same president had shown him posters.",
		[]string{"last SAU>USA 2018-03"}},
	{"how often they speak", "2025-03-04", "Shigeru Ishiba and Yoon Suk Yeol met in Seoul. They speak by phone every few months.",
		[]string{"frequency JPN+KOR "}},
	{"what ought to be is no claim", "2025-03-04", "Norwegian Prime Minister Jonas Gahr Store and Danish Prime Minister Mette Frederiksen met in Oslo. The leaders of the two countries are supposed to meet once a year.",
		nil},
	{"ranks of other things", "2025-03-04", "Keir Starmer met Micheál Martin in the first half of 2025. The first lady came too. It was the second day of the trip, and the third item was fish.",
		nil},
	{"last week is no last time", "2025-03-04", "Keir Starmer met Micheál Martin in Liverpool last week.", nil},
	{"face to face", "2023-10-18", "BEIJING, Oct 18 (Wire) - Russian President Vladimir Putin met Chinese leader Xi Jinping on Wednesday. It was their second face-to-face meeting this year, after the one in Moscow in March.",
		[]string{"count-in-period CHN+RUS 2 in 2023"}},
	{"a third term ranks no trip", "2023-03-21", "MOSCOW, March 21 (Wire) - Chinese President Xi Jinping met Vladimir Putin in the Kremlin on Tuesday. It is his first trip abroad since he secured a third term this month.",
		[]string{"first-since CHN>RUS 2023-03"}},
	{"no premier is not the one named", "2024-08-23", "Indian Prime Minister Narendra Modi met Donald Tusk in Warsaw on Thursday. No Indian prime minister had travelled to Poland in 45 years.",
		[]string{"first-since IND>POL 1979"}},
	{"to be held in person since", "2023-12-07", "The 24th EU-China summit took place in Beijing on Thursday, the first to be held in person since 2019.",
		[]string{"series-number CHN+EU 24", "first-since CHN+EU 2019"}},
	{"the previous summit, with a date beside it", "2023-12-07", "The 24th EU-China summit took place in Beijing on Thursday. At the previous summit, held by videoconference on 1 April 2022, the war had taken up most of the discussion.",
		[]string{"series-number CHN+EU 24", "last CHN+EU 2022-04-01"}},
	{"ordinary session", "2023-07-10", "President Bola Tinubu was elected at the 63rd ordinary session of the Economic Community of West African States in Bissau on Sunday.",
		[]string{"series-number ECOWAS 63"}},
	{"co-chaired", "2024-03-08", "Turkish Foreign Minister Hakan Fidan and US Secretary of State Antony Blinken co-chaired the seventh meeting of the Türkiye-US Strategic Mechanism in Washington on Friday.",
		[]string{"series-number TUR+USA 7"}},
	{"the last was", "2024-05-23", "Kenyan President William Ruto arrived at the White House on Thursday, the first African leader in 16 years to be accorded a state visit by Washington. The last was Ghana's John Kufuor, whom George W. Bush hosted in 2008.",
		[]string{"first-since KEN>USA 2008", "last GHA>USA 2008"}},
	{"becoming the first", "2025-02-04", "Israeli Prime Minister Benjamin Netanyahu met President Donald Trump at the White House on Tuesday, becoming the first foreign leader to visit Washington since Trump's return to office.",
		[]string{"first-since ISR>USA 2025-01"}},
	{"not since, the subject behind", "2023-11-06", "Australian Prime Minister Anthony Albanese met President Xi Jinping in Beijing on Monday. Not since 2016 had an Australian leader visited China.",
		[]string{"first-since AUS>CHN 2016"}},
	{"talks not held since", "2002-06-06", "The leaders of India and Pakistan have not held direct talks since the Agra summit in July 2001.",
		[]string{"last IND+PAK 2001-07"}},
	{"occasions", "2024-11-18", "U.S. President Joe Biden and Chinese leader Xi Jinping met in Lima on Saturday. The two have met on three occasions since Biden took office in 2021.",
		[]string{"count-in-period CHN+USA 3 in 2021-01/2024-11"}},
	{"a period ahead", "2022-06-30", "Since the start of the year Chinese Foreign Minister Wang Yi and his Russian colleague Sergei Lavrov have met four times.",
		[]string{"count-in-period CHN+RUS 4 in 2022-01/2022-06"}},
	{"no exact number", "2024-11-04", "Turkish President Tayyip Erdogan and Russian President Vladimir Putin have met more than 50 times since 2003.",
		nil},
	{"took office, years ago", "2022-11-14", "President Joe Biden and Chinese President Xi Jinping met Monday for the first time since Biden took office nearly two years ago.",
		[]string{"first-since CHN+USA 2021-01"}},
	{"leaders of many states are counted", "2025-02-13", "Indian Prime Minister Narendra Modi met President Donald Trump at the White House on Thursday. Modi is the fourth foreign leader to visit the White House since Trump's return.",
		nil},
	{"guest of one man", "2025-04-05", "Prime Minister Narendra Modi held talks with President Anura Kumara Dissanayake in Colombo on Saturday. Modi is the first foreign leader hosted by Mr Dissanayake.",
		[]string{"first-since IND>LKA 2024-09"}},
	{"trips abroad are counted", "2023-10-17", "Putin arrived in Beijing on Tuesday on only his second trip abroad this year.",
		nil},
	{"his fifth to a country", "2024-06-19", "Russian President Vladimir Putin will arrive in Hanoi on Wednesday for a state visit, his fifth to Vietnam.",
		[]string{"nth RUS>VNM 5"}},
	{"their first since, of talks", "2013-06-08", "RANCHO MIRAGE - Obama and Xi ended two days of talks, their first since Xi became president in March.",
		[]string{"first-since CHN+USA 2013-03"}},
	{"a summit of two men this year", "2018-09-18", "South Korean President Moon Jae-in flew to Pyongyang on Tuesday for his third summit with North Korean leader Kim Jong Un this year.",
		[]string{"count-in-period KOR+PRK 3 in 2018"}},
	{"years after the last by somebody", "2024-09-04", "Egyptian President Abdel Fattah al-Sisi visited Turkey on Wednesday, 12 years after the last by an Egyptian head of state.",
		[]string{"first-since EGY>TUR 2012"}},
	{"since the country's independence in a year", "2025-11-10", "Syria's Ahmed al-Sharaa met Donald Trump on Monday, the first visit of a Syrian president to the White House since the country's independence in 1946.",
		[]string{"first-ever SYR>USA 1"}},
	{"a ministers' meeting by name", "2025-03-26", "Indonesia and Australia held their ninth 2+2 Foreign and Defence Ministers' Meeting in Canberra on Wednesday.",
		[]string{"series-number AUS+IDN 9"}},
	{"rounds of consultations of two with a dash", "2022-05-02", "Modi and Scholz chaired the sixth round of the India-Germany intergovernmental consultations in Berlin.",
		[]string{"series-number DEU+IND 6"}},
	{"with whom", "2023-06-05", "Iraqi Prime Minister Mohammed Shia al-Sudani was received in Cairo by Abdel Fattah al-Sisi, with whom he had last talked in Amman in December.",
		[]string{"last EGY+IRQ 2022-12"}},
	{"a first for a new man", "2008-06-27", "The 21st EU-Russia summit was the first for President Dmitry Medvedev.",
		[]string{"series-number EU+RUS 21"}},
	{"in years that", "2024-10-16", "S Jaishankar's arrival in Islamabad marks the first time in nearly a decade that an Indian foreign minister has travelled to Pakistan.",
		[]string{"first-since IND>PAK 2014"}},
	{"the last came in another clause", "2024-07-09", "Spanish Prime Minister Pedro Sanchez met Mohammed VI in Rabat on Tuesday. It is the first visit of a Spanish premier to Morocco in six years; the last was Mariano Rajoy in 2018.",
		[]string{"first-since ESP>MAR 2018"}},
	{"years gone by", "2025-02-20", "Eleven years have gone by since a Croatian president last set foot in Ljubljana.",
		[]string{"last HRV>SVN 2014"}},
	{"been since, in the place told before", "2018-05-08", "Chinese premier Li Keqiang arrived in Jakarta on Monday. No Chinese premier had been since 2013.",
		[]string{"first-since CHN>IDN 2013"}},
	{"after years without contact", "2014-11-10", "Shinzo Abe and Xi Jinping met in Beijing on Monday after two years without contact.",
		[]string{"first-since CHN+JPN 2012"}},
	{"breaking a silence", "2014-11-10", "Shinzo Abe and Xi Jinping met in Beijing on Monday, breaking a two-year silence.",
		[]string{"first-since CHN+JPN 2012"}},
	{"years of not talking", "2023-09-12", "Kyriakos Mitsotakis and Edi Rama sat down in Vilnius on Tuesday, after three years of not talking.",
		[]string{"first-since ALB+GRC 2020"}},
	{"a silence that goes on", "2014-11-10", "Shinzo Abe met Park Geun-hye in Beijing on Monday. Two years of silence between them weigh on trade.",
		nil},
	{"hardly a month without", "2004-07-18", "Hardly a month goes by without a call between Bertie Ahern and Tony Blair.",
		[]string{"frequency GBR+IRL P1M"}},
	{"who came before he had been", "2023-11-16", "It was the first time that Xi Jinping, who flew in on Tuesday for a four-day stay, had been in the United States since April 2017.",
		[]string{"first-since CHN>USA 2017-04"}},
	{"two firsts, the second of one alone", "2023-11-16", "Joe Biden met Xi Jinping on Wednesday in San Francisco. It was the first time that the two leaders had been in one room since a meeting in Bali in November 2022, and the first time that Xi, who flew in on Tuesday, had been in the United States since April 2017.",
		[]string{"first-since CHN+USA 2022-11", "first-since CHN>USA 2017-04"}},
	{"the last secretary of state to", "2023-06-19", "The last American secretary of state to visit Beijing was Mike Pompeo in October 2018. Antony Blinken met Xi Jinping there on Monday.",
		[]string{"last USA>CHN 2018-10"}},
	{"in years, nobody says how many", "2022-06-22", "ANKARA - Saudi Crown Prince Mohammed bin Salman arrived in Turkey on Wednesday for the first time in years.",
		[]string{"first-since SAU>TUR "}},
	{"the first time in a month", "2017-02-10", "Donald Trump received Shinzo Abe on Friday. Donald Trump and Shinzo Abe have now met twice, the first time in November.",
		nil},
	{"question and answer", "2023-04-12", "Gabriel Boric received Luis Arce in Santiago on Tuesday. Q: When did the presidents of Chile and Bolivia last meet? A: In May 2022, in Los Angeles.",
		[]string{"last BOL+CHL 2022-05"}},
	{"ranked twice", "2024-08-09", "Australian Foreign Minister Penny Wong is in Suva for the second time this year, and the seventh since she became minister.",
		[]string{"count-in-period AUS>FJI 2 in 2024", "count-in-period AUS>FJI 7 in 2022-05/2024-08"}},
	{"a series and the first for years", "2024-07-03", "The German and Polish governments sat down for their 17th intergovernmental consultations - the first for six years - in Warsaw on Tuesday.",
		[]string{"series-number DEU+POL 17", "first-since DEU+POL 2018"}},
	{"in the last twelve months", "2024-06-18", "Joe Biden and Xi Jinping have met five times in the last twelve months.",
		[]string{"count-in-period CHN+USA 5 in 2023-06/2024-06"}},
	{"first in the last years", "2017-04-27", "Japanese Prime Minister Shinzo Abe arrived in Moscow on Thursday. It is Abe's first visit to Russia in the last four years.",
		[]string{"first-since JPN>RUS 2013"}},
	{"first this year", "2017-05-14", "Vladimir Putin met Xi Jinping in Beijing on Sunday, their first meeting this year.",
		[]string{"count-in-period CHN+RUS 1 in 2017"}},
	{"not the first", "2017-04-13", "Vladimir Putin met Xi Jinping in Beijing on Thursday. It was not their first meeting.",
		nil},
	{"times that were planned", "2003-02-09", "Vladimir Putin and Gerhard Schroeder planned to meet four times in 2003.",
		nil},
	{"meetings of others, talked about", "2017-11-02", "Vladimir Putin telephoned Emmanuel Macron on Thursday. They discussed the results of the seventh international meeting on Syria in Astana.",
		nil},
	{"anniversaries are no numbers", "2017-05-03", "Vladimir Putin received Recep Tayyip Erdogan in Sochi on Wednesday. They spoke of the 25th anniversary summit of the Black Sea Economic Cooperation.",
		nil},
	{"after he took office", "2017-11-28", "Kyrgyz President Sooronbay Jeenbekov arrived in Moscow on Tuesday, his first foreign trip after he took office.",
		[]string{"first-since KGZ>RUS 2017-11"}},
	{"cleft", "2024-10-16", "S Jaishankar shook hands with Shehbaz Sharif in Islamabad on Tuesday. It is for the first time in nearly nine years that an Indian foreign minister has visited Pakistan.",
		[]string{"first-since IND>PAK 2015"}},
	{"at the opening of a sentence", "2023-11-26", "Meeting for the first time in about four years, the top diplomats of South Korea, Japan and China agreed in Busan on Sunday to resume their leaders' summit.",
		[]string{"first-since CHN+JPN+KOR 2019"}},
	{"took power in a year that is told", "2019-06-20", "Xi Jinping met Kim Jong Un in Pyongyang on Thursday. It is his first visit to North Korea since he took power in 2012.",
		[]string{"first-since CHN>PRK 2012"}},
	{"two periods in one sentence", "2024-02-11", "Prime Minister Narendra Modi will be in the United Arab Emirates from Tuesday. This will be Mr Modi's seventh visit to the UAE since 2015 and the third in the last eight months.",
		[]string{"count-in-period IND>ARE 7 in 2015-01/2024-02", "count-in-period IND>ARE 3 in 2023-06/2024-02"}},
	{"the first there, and the first elsewhere", "2014-11-18", "Narendra Modi arrived in Canberra on Tuesday. He is the first Indian prime minister to visit Australia since Rajiv Gandhi in 1986, and he will be the first in Fiji since Indira Gandhi travelled there in 1981.",
		[]string{"first-since IND>AUS 1986", "first-since IND>FJI 1981"}},
	{"a visit that nobody has made", "2024-12-20", "Modi leaves for Kuwait on Saturday on a visit that no Indian premier has made in 43 years.",
		[]string{"first-since IND>KWT 1981"}},
	{"sitting", "2019-06-30", "Donald Trump has become the first-ever sitting US president to step into North Korea after greeting Kim Jong Un at the border.",
		[]string{"first-ever USA>PRK 1"}},
	{"a first for an office", "2025-11-10", "Ahmed al-Sharaa was received by Donald Trump at the White House on Monday, a first for a Syrian president.",
		[]string{"first-ever SYR>USA 1"}},
	{"not met previously", "2024-11-16", "Prabowo Subianto and Keir Starmer, who had not met previously, sat down in Rio de Janeiro.",
		[]string{"first-ever GBR+IDN 1"}},
	{"the trip, his 19th", "2024-05-16", "Vladimir Putin arrived in Beijing on Thursday. The trip, his 19th to China as president, comes days after he began a new term.",
		[]string{"nth RUS>CHN 19"}},
	{"visits to a region are counted", "2024-01-10", "In his fourth visit to the Middle East in three months, Antony Blinken met Mahmoud Abbas in Ramallah.",
		nil},
	{"calls counted as things", "2022-10-12", "Vladimir Putin and Recep Tayyip Erdogan have held 13 telephone conversations since the beginning of the year, the Kremlin said.",
		[]string{"count-in-period RUS+TUR 13 in 2022-01/2022-10"}},
	{"trips counted as things", "2025-03-04", "Pedro Sanchez met Volodymyr Zelenskiy in Kyiv on Monday. The Spanish premier has made four trips to Ukraine since February 2022.",
		[]string{"count-in-period ESP>UKR 4 in 2022-02/2025-03"}},
	{"meetings that are planned are not counted", "2025-03-04", "Keir Starmer met Emmanuel Macron in London on Monday. The two will hold three meetings this year.",
		nil},
	{"the visit is his first", "2025-07-14", "The visit to Beijing by S Jaishankar is his first in five years, and he met Wang Yi twice in the course of it.",
		[]string{"first-since IND>CHN 2020"}},
	{"without a word", "2024-11-15", "German Chancellor Olaf Scholz rang Vladimir Putin on Friday after nearly two years without a word between them.",
		[]string{"first-since DEU+RUS 2022"}},
	{"for the last time", "2025-01-22", "It was in Lima last November that Xi Jinping and Joe Biden met for the last time.",
		[]string{"last CHN+USA 2024-11"}},
	{"not until", "2023-06-20", "Relations were so poor that a British foreign secretary had not been to Beijing for five years until James Cleverly went there on Wednesday.",
		[]string{"first-since GBR>CHN 2018"}},
	{"years after he was received", "2025-09-03", "Kim Jong Un got off his train in Beijing on Tuesday, six years after he was last received there by Xi Jinping.",
		[]string{"first-since PRK>CHN 2019"}},
	{"the first of its kind", "2024-04-11", "Ferdinand Marcos, Fumio Kishida and Joe Biden held a trilateral summit at the White House on Thursday, the first of its kind.",
		[]string{"first-ever JPN+PHL+USA 1"}},
	{"the period stands behind the deed", "2024-08-15", "Lula da Silva called Gustavo Petro on Thursday, only the second time that the Brazilian and the Colombian president have spoken by phone this year.",
		[]string{"count-in-period BRA+COL 2 in 2024"}},
	{"since troops were sent", "2022-05-13", "U.S. Defense Secretary Lloyd Austin and his Russian counterpart Sergei Shoigu talked by phone on Friday. It was the first dialogue between the two since Russia sent troops into Ukraine.",
		[]string{"first-since RUS+USA 2022-02"}},
	{"a body's session", "2023-06-20", "The 11th session of the India-Oman Joint Commission was held in Muscat on Tuesday.",
		[]string{"series-number IND+OMN 11"}},
	{"for whom it was the first", "2025-04-17", "For JD Vance, who met Giorgia Meloni in Rome on Friday, it was the first journey to Italy since the election.",
		[]string{"first-since USA>ITA 2025-01"}},
	{"of her country", "2023-06-27", "Honduran President Xiomara Castro was in Beijing on Monday and met Xi Jinping, the first head of state of her country ever to come to China.",
		[]string{"first-ever HND>CHN 1"}},
	{"twice in a month without a year", "2024-11-12", "A spokesman for Luiz Inacio Lula da Silva said the president and Mr Petro had spoken twice in October. Gustavo Petro telephoned him on Monday.",
		[]string{"count-in-period BRA+COL 2 in 2024-10"}},
	{"ordinals in two words", "2024-06-15", "Giorgia Meloni received Joe Biden on Thursday. It is the fiftieth G7 summit.",
		[]string{"series-number G7 50"}},
	{"an ordinal with a hyphen", "2023-12-07", "The leaders of China and the European Union opened the twenty-fourth EU-China summit in Beijing on Thursday.",
		[]string{"series-number CHN+EU 24"}},
	{"meetings of office holders are a series", "2025-07-24", "The 25th meeting of the leaders of China and the European Union was over by half past three.",
		[]string{"series-number CHN+EU 25"}},
	{"the third pope", "2015-09-22", "Pope Francis, who arrives in Washington on Tuesday to see Barack Obama, will be the third pope to visit the White House.",
		[]string{"nth VAT>USA 3"}},
	{"face to face, without a noun", "2023-01-08", "Ecuador's Guillermo Lasso made a trip to meet his Peruvian counterpart Dina Boluarte in Lima on Saturday, their second face-to-face in two months.",
		[]string{"count-in-period ECU+PER 2 in 2022-11/2023-01"}},
	{"told before those who met", "2023-01-08", "It is the leaders' second meeting since Boluarte took power last December; Guillermo Lasso and Dina Boluarte met in Lima on Saturday.",
		[]string{"count-in-period ECU+PER 2 in 2022-12/2023-01"}},
	{"a break of ties is no silence", "2022-11-02", "Colombian President Gustavo Petro held talks with Nicolas Maduro in Caracas on Tuesday, in their first meeting since the two countries restored relations after a three-year break.",
		[]string{"first-since COL+VEN "}},
	{"power in a year that is told, counted", "2019-09-21", "Aleksandar Vucic met Vladimir Putin in Sochi on Friday, the third meeting between the two leaders this year and the 17th since Vucic rose to power in 2014.",
		[]string{"count-in-period RUS+SRB 3 in 2019", "count-in-period RUS+SRB 17 in 2014-01/2019-09"}},
	{"until this day", "2024-07-02", "Until Tuesday the Hungarian premier had not visited Kyiv in twelve years. Viktor Orban met Volodymyr Zelenskiy there.",
		[]string{"first-since HUN>UKR 2012"}},
	{"not for long before", "2025-03-04", "No Papuan prime minister had come to Jakarta for a decade before James Marape met Prabowo Subianto on Monday.",
		[]string{"first-since PNG>IDN 2015"}},
	{"three leaders, for the first time since", "2024-05-27", "For the first time since December 2019, the leaders of South Korea, Japan and China sat down together in Seoul on Monday. Yoon Suk Yeol was host to Fumio Kishida and Li Qiang.",
		[]string{"first-since CHN+JPN+KOR 2019-12"}},
	{"what used to be", "2025-02-19", "French and German leaders used to meet every six weeks. Emmanuel Macron received Olaf Scholz on Wednesday.",
		nil},
	{"times behind a colon", "2025-04-18", "KP Sharma Oli and Tshering Tobgay met twice since then: first in New York in September last year and later in Bangkok. Oli received Tobgay in Kathmandu on Thursday.",
		[]string{"count-in-period BTN+NPL 2 in 2024-09/2025-04"}},
	{"the body that sits", "2024-05-17", "The joint commission of Tunisia and Malta met in Valletta on Friday for its ninth session.",
		[]string{"series-number MLT+TUN 9"}},
	{"of the states that hold it", "2024-05-17", "In Valletta on Friday Tunisia and Malta opened the ninth session of their joint commission.",
		[]string{"series-number MLT+TUN 9"}},
	{"a body that meets for the nth time", "2024-05-17", "The Tunisian-Maltese joint commission met for the ninth time in Valletta on Friday.",
		[]string{"series-number MLT+TUN 9"}},
	{"a number behind a comma", "2023-03-16", "At the Portuguese-Spanish summit, the 34th, Antonio Costa and Pedro Sanchez talked about water in Lanzarote on Wednesday.",
		[]string{"series-number ESP+PRT 34"}},
	{"none before him", "2024-06-04", "Kyrgyz Foreign Minister Jeenbek Kulubaev visited Ulaanbaatar on Monday. No Kyrgyz foreign minister had come to Mongolia before him.",
		[]string{"first-ever KGZ>MNG 1"}},
	{"only once before", "2023-06-09", "Luis Lacalle Pou of Uruguay visited Norway on Thursday; only once before, in 1998, had a president of Uruguay been there.",
		[]string{"nth URY>NOR 2"}},
	{"since somebody, before the verb", "2023-07-20", "Fumio Kishida reached Doha on Tuesday. Since Shinzo Abe in 2013 no Japanese leader had come to Qatar.",
		[]string{"first-since JPN>QAT 2013"}},
	{"a first for the two", "2024-04-19", "Gabriel Boric and Santiago Pena met in Asuncion on Thursday, a first for the two.",
		[]string{"first-ever CHL+PRY 1"}},
	{"of my country", "2024-02-20", "Latvian Foreign Minister Krisjanis Karins met Jeyhun Bayramov in Baku on Monday. \"It is the first visit by a foreign minister of my country in ten years,\" he said.",
		[]string{"first-since LVA>AZE 2014"}},
	{"the first journey abroad of a year", "2025-05-28", "Hakainde Hichilema arrived in Windhoek on Monday, his first foreign trip of the year.", nil},
	{"not done so", "2024-03-08", "The foreign ministers of Paraguay and Uruguay, who met in Asuncion last week, had not done so since June 2022.",
		[]string{"first-since PRY+URY 2022-06"}},
	{"counted from an office, told first", "2024-12-03", "Since he became president of Cyprus Nikos Christodoulides has been to Jordan three times.",
		[]string{"count-in-period CYP>JOR 3 in 2023-02/2024-12"}},
	{"an invitation to a second visit", "2025-03-01", "King Charles III has invited Donald Trump to a second state visit to Britain.",
		nil},
}

func TestClaims(t *testing.T) {
	r, err := New()
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range claimCases {
		t.Run(c.name, func(t *testing.T) {
			out := readText(t, r, c.day, c.text)
			var got []string
			for i := range out.Claims {
				got = append(got, printClaim(&out.Claims[i]))
			}
			if !slices.Equal(got, c.want) {
				t.Errorf("%q\n got  %q\n want %q", c.text, got, c.want)
			}
		})
	}
}

// Who "have spoken" did so by telephone where the report tells of a call of
// theirs, face to face where it tells of a meeting, and in any way else.
func TestKindOfSpeaking(t *testing.T) {
	r, err := New()
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		text string
		want Kind
	}{
		{"Olaf Scholz and Emmanuel Macron talked by telephone on Monday. Scholz and Macron have spoken five times since January.", Call},
		{"Olaf Scholz met Emmanuel Macron in Paris on Monday. Scholz and Macron have spoken five times since January.", Meeting},
		{"Olaf Scholz and Emmanuel Macron have spoken five times since January.", ""},
	} {
		out := readText(t, r, "2025-03-04", c.text)
		if len(out.Claims) != 1 || out.Claims[0].Kind != c.want {
			t.Errorf("%q: claims %+v, want one of kind %q", c.text, out.Claims, c.want)
		}
	}
}

// The engagements that a claim's own "since …" alone tells of are noted; what
// stands beside it is not.
func TestOwnWords(t *testing.T) {
	r, err := New()
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		text string
		own  int // how many engagements the claim alone tells of
	}{
		{"French President Emmanuel Macron came to Tbilisi on Tuesday, the first trip to Georgia by a French president since Nicolas Sarkozy's visit in 2011.", 1},
		{"Italian Prime Minister Giorgia Meloni met Xi Jinping in Beijing on Tuesday. It was the first visit by an Italian premier since Giuseppe Conte came to China in 2019.", 1},
		{"Spanish Prime Minister Pedro Sanchez met Mohammed VI in Rabat on Tuesday. It is the first visit of a Spanish premier to Morocco in six years; the last was Mariano Rajoy in 2018.", 0},
	} {
		out := readText(t, r, "2024-07-09", c.text)
		if len(out.Claims) == 0 || len(out.Claims[0].Own) != c.own {
			t.Errorf("%q: claims %+v, want %d engagements of its own", c.text, out.Claims, c.own)
		}
	}
}

func readText(t *testing.T, r *Reader, day, text string) *Reading {
	t.Helper()
	d, err := edtf.ParseDay(day)
	if err != nil {
		t.Fatal(err)
	}
	out, err := r.Read(&report.Report{ID: "t", Published: d, Text: text})
	if err != nil {
		t.Fatal(err)
	}
	return out
}

func printClaim(c *Claim) string {
	var codes []string
	visitor, host := "", ""
	for _, q := range c.Parties {
		switch q.Role {
		case RoleVisitor:
			visitor = q.Country
		case RoleHost:
			host = q.Country
		}
		codes = append(codes, q.Country)
	}
	slices.Sort(codes)
	who := strings.Join(codes, "+")
	if visitor != "" && host != "" {
		who = visitor + ">" + host
	}
	return string(c.Type) + " " + who + " " + c.Value
}
