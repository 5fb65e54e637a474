// Writes the SMS for random reports as the field app does: `[{report, round, text}]`; `text` is null where none is offered.
async given => {
  const part = name => import('/lapangan-app/' + document.documentElement.dataset.version + '/' + name + '.js');
  const [{ smsOf, smsLink }, zone] = await Promise.all([part('outbox/sms'), part('form/zone')]);
  let seed = given.seed;
  const random = most => {
    seed = (seed * 1103515245 + 12345) % 2147483648;
    return Math.floor(seed / 2147483648 * most);
  };
  const maybe = make => (random(3) ? make() : undefined);
  const one = of => of[random(of.length)];
  const now = new Date(given.now);
  const day = { zone: 'Asia/Jakarta', regions: [{ code: given.village, name: 'Margasana' }], rounds: [{ election: 'e', round: 'r', kind: 'REGULAR' }, { election: 'e', round: 'g', kind: 'REHEARSAL' }] };
  const count = () => one([String(random(600)), random(600), '0' + random(99), '']);
  const time = observed => zone.moment(zone.dateIn(observed, day.zone), '0' + random(6) + ':' + (10 + random(50)), day.zone);
  const datas = {
    C1: () => ({ votes: { 1: count(), 2: count(), 3: count(), 12: maybe(count) }, validVotes: maybe(count), invalidVotes: maybe(count), totalVotes: maybe(count), dpt: maybe(() => ({ male: 1, total: count() })), voters: maybe(() => ({ total: { total: count() } })) }),
    VOTING: observed => ({
      openedAt: maybe(() => time(observed)), closedAt: maybe(() => time(observed)), voters: maybe(() => ({ male: maybe(() => random(400)), female: maybe(() => random(400)), total: maybe(() => random(800)) })),
      security: maybe(() => one(['CALM', 'ATTENTION', 'UNREST'])), halted: maybe(() => one([true, false])), queue: maybe(() => 4), remarks: maybe(() => one(['Antre 40 orang, hujan', 'butuh ambulans', 'air mata “haru”', 'TULIS 09.00 SLOT 06.00 tutup', 'ket buka', 'x'.repeat(200)]))
    }),
    SITUATION: () => ({ security: one(['CALM', 'ATTENTION', 'UNREST']), weather: 'RAIN', remarks: maybe(() => 'sepi') })
  };
  return Array.from({ length: given.count }, () => {
    const kind = one(['C1', 'VOTING', 'SITUATION']);
    const observed = new Date(now - random(22 * 60) * 60000);
    const practice = random(4) === 0;
    const report = { kind, election: 'e', round: practice ? 'g' : 'r', observedAt: observed.toISOString(), data: datas[kind](observed) };
    if (kind === 'SITUATION') {
      report.region = given.village;
    } else {
      report.tps = one(given.stations);
    }
    if (kind === 'C1') {
      report.race = one(['GUBERNUR', 'BUPATI', 'WALIKOTA', 'PPWP', 'DPD']);
    } else {
      report.slot = one(['06.00', '07.30', '10.00', '13.30']);
    }
    const round = { kind: practice ? 'REHEARSAL' : 'REGULAR' };
    const text = smsOf({ report, round }, day, now);
    return { report, practice, text, link: text && smsLink('+628111', text) };
  });
}
