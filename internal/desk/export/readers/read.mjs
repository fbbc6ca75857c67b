// Reads the exports in a folder, each with a library that did not write it, and
// prints what it found as one JSON object: the name of a file to its rows.
import fs from "node:fs"
import path from "node:path"
import {parquetReadObjects} from "hyparquet"
import {compressors} from "hyparquet-compressors"
import {parse} from "csv-parse/sync"
import ICAL from "ical.js"

const folder = process.argv[2]
const text = name => fs.readFileSync(path.join(folder, name), "utf8")

async function parquet(name) {
	const bytes = fs.readFileSync(path.join(folder, name))
	const file = bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength)
	return parquetReadObjects({file, compressors})
}

const csv = name => parse(text(name), {columns: true})
const lines = name => text(name).split("\n").filter(line => line).map(line => JSON.parse(line))

function calendar(name) {
	const events = new ICAL.Component(ICAL.parse(text(name))).getAllSubcomponents("vevent")
	return events.map(v => new ICAL.Event(v)).map(e => ({
		uid: e.uid, summary: e.summary, description: e.description, location: e.location, sequence: e.sequence,
		start: e.startDate.toString(), end: e.endDate.toString(), status: e.component.getFirstPropertyValue("status"),
	}))
}

const found = {
	"record.parquet": await parquet("record.parquet"),
	"record.csv": csv("record.csv"),
	"record.colt": csv("record.colt"),
	"record.jsonl": lines("record.jsonl"),
	"record.plover": lines("record.plover"),
	"record.ics": calendar("record.ics"),
}
// A day is a Date at midnight UTC; whole numbers may be BigInt.
function plain(key, value) {
	if (this[key] instanceof Date) return this[key].toISOString().slice(0, 10)
	return typeof value === "bigint" ? Number(value) : value
}
process.stdout.write(JSON.stringify(found, plain))
