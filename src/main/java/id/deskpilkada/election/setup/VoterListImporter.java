package id.deskpilkada.election.setup;

import id.deskpilkada.election.ElectionDataChanged;
import id.deskpilkada.election.Elections;
import id.deskpilkada.election.RaceRef;
import id.deskpilkada.election.TpsCode;
import id.deskpilkada.imports.Column;
import id.deskpilkada.imports.ImportContext;
import id.deskpilkada.imports.ImportOutcome;
import id.deskpilkada.imports.ImportProblems;
import id.deskpilkada.imports.ImportRow;
import id.deskpilkada.imports.ImportRows;
import id.deskpilkada.imports.Importer;
import id.deskpilkada.imports.RowKeys;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Registered voters (DPT) per TPS and race from a file. */
@Component
class VoterListImporter implements Importer {

    private static final int MOST_VOTERS = 9_999;

    private final Elections elections;
    private final StationUpsert stations;
    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;

    VoterListImporter(Elections elections, StationUpsert stations, JdbcClient jdbc, ApplicationEventPublisher events) {
        this.elections = elections;
        this.stations = stations;
        this.jdbc = jdbc;
        this.events = events;
    }

    @Override
    public String kind() {
        return "voter-lists";
    }

    @Override
    public List<Column> columns() {
        return List.of(
                Column.required("tps_code", "kode_tps").example("3604052002001").note("Kode TPS, 13 angka."),
                RaceColumn.column(),
                Column.optional("dpt_male", "dpt_l", "pemilih_dpt_l")
                        .example("241")
                        .note("Pemilih laki-laki. Boleh kosong."),
                Column.optional("dpt_female", "dpt_p", "pemilih_dpt_p")
                        .example("239")
                        .note("Pemilih perempuan. Boleh kosong."),
                Column.optional("dpt_total", "dpt_j", "pemilih_dpt_j")
                        .example("480")
                        .note("Jumlah pemilih. Boleh kosong bila laki-laki dan perempuan terisi."));
    }

    record VoterRow(RaceRef race, String tps, @Nullable Integer male, @Nullable Integer female, int total) {}

    @Override
    public ImportOutcome apply(ImportRows rows, ImportContext context) {
        long election = elections.electionId(context.election());
        var race = new RaceColumn(elections.races(election));
        Set<String> known = stations.codes(election);
        var keys = new RowKeys();
        List<VoterRow> voters = new ArrayList<>();
        for (ImportRow row : rows) {
            VoterRow read = read(row, race.read(row, rows.problems()), known, keys, rows.problems());
            if (read != null) {
                voters.add(read);
            }
        }
        rows.problems().rejectIfAny();
        ImportOutcome outcome = store(voters);
        events.publishEvent(new ElectionDataChanged(election));
        return outcome;
    }

    private static @Nullable VoterRow read(
            ImportRow row, @Nullable RaceRef race, Set<String> known, RowKeys keys, ImportProblems problems) {
        String tps = tps(row, race, known, problems);
        Integer male = row.wholeNumber("dpt_male", 0, MOST_VOTERS, problems);
        Integer female = row.wholeNumber("dpt_female", 0, MOST_VOTERS, problems);
        Integer total = row.wholeNumber("dpt_total", 0, MOST_VOTERS, problems);
        if (male != null && female != null) {
            if (total != null && male + female != total) {
                row.reject("dpt_total", problems, "DPT_SUM", Integer.toString(male + female));
            }
            total = male + female;
        } else if (row.text("dpt_total") == null) {
            row.reject("dpt_total", problems, "REQUIRED");
        }
        if (tps == null || race == null || !keys.isFirst(race.code() + " " + tps, row, "tps_code", problems)) {
            return null;
        }
        return total == null ? null : new VoterRow(race, tps, male, female, total);
    }

    private static @Nullable String tps(
            ImportRow row, @Nullable RaceRef race, Set<String> known, ImportProblems problems) {
        String tps = row.required("tps_code", problems);
        if (tps == null) {
            return null;
        }
        if (TpsCode.parse(tps).isEmpty()) {
            row.reject("tps_code", problems, "MALFORMED_TPS_CODE");
            return null;
        }
        if (!known.contains(tps)) {
            row.reject("tps_code", problems, "UNKNOWN_TPS", tps);
            return null;
        }
        if (race != null && !race.covers(tps)) {
            row.reject("tps_code", problems, "TPS_OUTSIDE_RACE", race.name(), race.regionCode());
            return null;
        }
        return tps;
    }

    private record Counts(int created, int updated) {}

    private ImportOutcome store(List<VoterRow> rows) {
        Counts counts = jdbc.sql(
                        """
                        WITH stored AS (
                          INSERT INTO voter_list AS v (race_id, tps_code, male, female, total)
                          SELECT * FROM unnest(?::bigint[], ?::text[], ?::int[], ?::int[], ?::int[])
                          ON CONFLICT (race_id, tps_code) DO UPDATE SET male = excluded.male, female = excluded.female, total = excluded.total
                          WHERE (v.male, v.female, v.total) IS DISTINCT FROM (excluded.male, excluded.female, excluded.total)
                          RETURNING xmax = 0 AS created)
                        SELECT count(*) FILTER (WHERE created) AS created, count(*) FILTER (WHERE NOT created) AS updated FROM stored
                        """)
                .params(
                        rows.stream().map(row -> row.race().id()).toArray(Long[]::new),
                        rows.stream().map(VoterRow::tps).toArray(String[]::new),
                        numbers(rows, VoterRow::male),
                        numbers(rows, VoterRow::female),
                        numbers(rows, VoterRow::total))
                .query(Counts.class)
                .single();
        return new ImportOutcome(
                counts.created(), counts.updated(), rows.size() - counts.created() - counts.updated(), List.of());
    }

    private static @Nullable Integer[] numbers(List<VoterRow> rows, Function<VoterRow, @Nullable Integer> value) {
        return rows.stream().map(value).toArray(Integer[]::new);
    }
}
