package id.deskpilkada.tierreport.document;

import id.deskpilkada.tierreport.compile.Snapshot;
import id.deskpilkada.tierreport.compile.Snapshot.Candidate;
import id.deskpilkada.tierreport.compile.Snapshot.District;
import id.deskpilkada.tierreport.compile.Snapshot.Incident;
import id.deskpilkada.tierreport.compile.Snapshot.Incidents;
import id.deskpilkada.tierreport.compile.Snapshot.Ledger;
import id.deskpilkada.tierreport.compile.Snapshot.Named;
import id.deskpilkada.tierreport.compile.Snapshot.Race;
import id.deskpilkada.tierreport.compile.Snapshot.Readiness;
import id.deskpilkada.tierreport.compile.Snapshot.Reports;
import id.deskpilkada.tierreport.compile.Snapshot.Situation;
import id.deskpilkada.tierreport.compile.Snapshot.Turnout;
import id.deskpilkada.tierreport.compile.Snapshot.Votes;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Reports of a large regency, made up: as many districts, races and candidates as are asked for, every vote known. */
final class ManySnapshots {

    static final OffsetDateTime DUE = OffsetDateTime.parse("2024-11-27T19:00:00+07:00");
    private static final String DISCLAIMER =
            "Data cepat, bukan hasil resmi. Acuan tetap hasil KPU. Bukan KPU, bukan lembaga survei.";
    private static final int STATIONS = 152;

    private ManySnapshots() {}

    static Map<String, Snapshot> districts(int count, int races, int candidates) {
        var districts = new LinkedHashMap<String, Snapshot>();
        for (int n = 1; n <= count; n++) {
            var region = new Named(
                    "35.09.%02d".formatted(n), "Kecamatan nomor %d".formatted(n).substring(10));
            districts.put(
                    region.code(),
                    snapshot(
                            "DISTRICT",
                            region,
                            new Named("35.09", "Kabupaten Jember"),
                            n,
                            races,
                            candidates,
                            List.of()));
        }
        return districts;
    }

    /** The sum of the districts. */
    static Snapshot regency(Map<String, Snapshot> districts, int races, int candidates) {
        var made = districts.values().stream()
                .map(one -> new District(
                        one.region(),
                        "AAAA-BBBB-CCCC-%04d"
                                .formatted(Integer.parseInt(one.region().code().substring(6))),
                        1,
                        "ab".repeat(32),
                        one.region().code().endsWith("7") ? "UNSEALED" : "SEALED",
                        one.region().code().endsWith("3") ? "Listrik padam sejak pukul 11.00 di tiga desa." : null))
                .toList();
        var base = snapshot(
                "REGENCY",
                new Named("35.09", "Kabupaten Jember"),
                new Named("35", "Jawa Timur"),
                0,
                races,
                candidates,
                made);
        return with(base, districts);
    }

    private static Snapshot with(Snapshot base, Map<String, Snapshot> districts) {
        var races = new ArrayList<Race>();
        for (int at = 0; at < base.races().size(); at++) {
            int n = at;
            var all = districts.values().stream().map(one -> one.races().get(n)).toList();
            var race = base.races().get(at);
            races.add(race(
                    race.code(),
                    race.name(),
                    all.stream().mapToInt(Race::received).sum(),
                    all.stream().mapToInt(Race::verified).sum(),
                    all.stream().mapToInt(Race::expected).sum(),
                    plus(all.stream().map(Race::byReceived).toList()),
                    plus(all.stream().map(Race::byVerified).toList())));
        }
        return new Snapshot(
                base.format(),
                base.disclaimer(),
                base.level(),
                base.election(),
                base.round(),
                base.day(),
                base.slot(),
                base.slotDueAt(),
                base.requiresSignature(),
                base.region(),
                base.parent(),
                base.version(),
                base.frozenAt(),
                base.ledger(),
                districts.size() * STATIONS,
                base.reports(),
                base.readiness(),
                base.voting(),
                base.turnout(),
                base.situations(),
                base.incidents(),
                races,
                base.districts());
    }

    static Snapshot version(Snapshot of, int version) {
        return new Snapshot(
                of.format(),
                of.disclaimer(),
                of.level(),
                of.election(),
                of.round(),
                of.day(),
                of.slot(),
                of.slotDueAt(),
                of.requiresSignature(),
                of.region(),
                of.parent(),
                version,
                of.frozenAt(),
                of.ledger(),
                of.stations(),
                of.reports(),
                of.readiness(),
                of.voting(),
                of.turnout(),
                of.situations(),
                of.incidents(),
                of.races(),
                of.districts());
    }

    static Snapshot at(Snapshot of, String slot, OffsetDateTime due) {
        return new Snapshot(
                of.format(),
                of.disclaimer(),
                of.level(),
                of.election(),
                of.round(),
                of.day(),
                slot,
                due,
                of.requiresSignature(),
                of.region(),
                of.parent(),
                of.version(),
                of.frozenAt(),
                of.ledger(),
                of.stations(),
                of.reports(),
                of.readiness(),
                of.voting(),
                of.turnout(),
                of.situations(),
                of.incidents(),
                of.races(),
                of.districts());
    }

    static Votes plus(List<@Nullable Votes> all) {
        return all.stream()
                .map(java.util.Objects::requireNonNull)
                .reduce((one, other) -> new Votes(
                        one.counted() + other.counted(),
                        IntStream.range(0, one.candidates().size())
                                .mapToObj(n -> new Candidate(
                                        one.candidates().get(n).ballotNumber(),
                                        one.candidates().get(n).name(),
                                        one.candidates().get(n).votes()
                                                + other.candidates().get(n).votes()))
                                .toList(),
                        one.validVotes() + other.validVotes(),
                        one.invalidVotes() + other.invalidVotes(),
                        one.dptTotal() + other.dptTotal(),
                        one.votersTotal() + other.votersTotal()))
                .orElseThrow();
    }

    private static Snapshot snapshot(
            String level, Named region, Named parent, int n, int races, int candidates, List<District> districts) {
        boolean small = level.equals("DISTRICT");
        return new Snapshot(
                1,
                DISCLAIMER,
                level,
                new Named("pilkada-2024", "Pilkada serentak 2024"),
                "R1",
                LocalDate.of(2024, 11, 27),
                "19.00",
                DUE,
                true,
                region,
                parent,
                1,
                DUE.plusMinutes(1),
                new Ledger(48_211, 3, List.of("35.09 ledger 48211 7f3a-91c2-04be-d1a8")),
                STATIONS,
                List.of(
                        new Reports(
                                "VOTING",
                                "13.30",
                                null,
                                STATIONS,
                                140,
                                6,
                                4,
                                2,
                                small ? List.of(tps(n, 1), tps(n, 2), tps(n, 9), tps(n, 14)) : List.of(),
                                small
                                        ? List.of(
                                                new Snapshot.Excuse(
                                                        tps(n, 4),
                                                        "Tidak ada sinyal; laporan kertas diantar malam ini"),
                                                new Snapshot.Excuse(tps(n, 5), "Banjir"))
                                        : List.of(),
                                null),
                        new Reports(
                                "C1", "C1", "RACE1", STATIONS, 96, 4, 52, 0, List.of(), List.of(), DUE.plusHours(2))),
                new Readiness(STATIONS, 1, 147, 3, 1),
                new Snapshot.Voting(150, 12, 147, 1, 148, 3, 1, 2),
                new Turnout("13.30", 146, 48_912 + n, 48_700 + n, 66_120, 2, BigDecimal.valueOf(700 + n, 1)),
                List.of(new Situation(
                        region.code(), region.name(), "13.30", "ATTENTION", "FLOOD", "PARTIAL", DUE.minusHours(5))),
                incidents(region),
                IntStream.rangeClosed(1, races)
                        .mapToObj(race -> race(race, n, candidates))
                        .toList(),
                districts);
    }

    private static String tps(int district, int station) {
        return "3509%02d2%03d%03d".formatted(district, station % 3 + 1, station);
    }

    private static Incidents incidents(Named region) {
        return new Incidents(
                1,
                1,
                1,
                2,
                List.of(
                        new Incident(
                                "K-12",
                                "DISASTER",
                                3,
                                "HANDLING",
                                "TPS 004 " + region.name(),
                                true,
                                null,
                                DUE.minusHours(8),
                                DUE.minusHours(8).plusMinutes(4),
                                DUE.minusHours(7),
                                null),
                        new Incident(
                                "K-19",
                                "HEALTH",
                                4,
                                "CLOSED",
                                "TPS 011 " + region.name(),
                                false,
                                2,
                                DUE.minusHours(3),
                                DUE.minusHours(3).plusMinutes(1),
                                DUE.minusHours(3).plusMinutes(4),
                                DUE.minusHours(2))));
    }

    private static Race race(int race, int district, int candidates) {
        return race(
                "RACE" + race,
                "Pemilihan nomor " + race,
                100,
                64,
                STATIONS,
                votes(race, district, candidates, 98),
                votes(race, district, candidates, 64));
    }

    private static Race race(
            String code, String name, int received, int verified, int expected, Votes byReceived, Votes byVerified) {
        return new Race(
                code,
                name,
                expected,
                received,
                received - byReceived.counted(),
                verified,
                Words.share(received, expected),
                Words.share(verified, expected),
                byReceived,
                byVerified);
    }

    private static Votes votes(int race, int district, int candidates, int forms) {
        var all = IntStream.rangeClosed(1, candidates)
                .mapToObj(n -> new Candidate(
                        n,
                        "Pasangan Calon Bernama Agak Panjang %d - Wakil %d".formatted(n, n),
                        (long) forms * (7 + n * 3 % 11) + district * 5L + race))
                .toList();
        long valid = all.stream().mapToLong(Candidate::votes).sum();
        return new Votes(forms, all, valid, forms * 4L, forms * 480L, valid + forms * 4L);
    }
}
