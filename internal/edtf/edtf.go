package edtf

// Day is a calendar day of the proleptic Gregorian calendar, counted from
// 1970-01-01, which is 0.
type Day int32

// Date is an EDTF expression: a date ("2024-07-08"), a month ("2024-07"), a
// season ("2025-21"), a year ("2025"), or an interval of these
// ("2024-07-08/2024-07-09", "1987-03-02/.."). The empty Date says that nothing
// is known. An arrangement's period ("P1Y") is a Date too, without bounds.
type Date string
