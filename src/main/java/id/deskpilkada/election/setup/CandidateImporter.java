package id.deskpilkada.election.setup;

import id.deskpilkada.election.ElectionDataChanged;
import id.deskpilkada.election.Elections;
import id.deskpilkada.election.RaceRef;
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
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Candidates per race from a file; the empty column against a single pair is a row with its own number. */
@Component
class CandidateImporter implements Importer {

    private static final Pattern COLOUR = Pattern.compile("#?[0-9a-fA-F]{6}");
    private static final int LONGEST_NAME = 300;

    private final Elections elections;
    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;

    CandidateImporter(Elections elections, JdbcClient jdbc, ApplicationEventPublisher events) {
        this.elections = elections;
        this.jdbc = jdbc;
        this.events = events;
    }

    @Override
    public String kind() {
        return "candidates";
    }

    @Override
    public List<Column> columns() {
        return List.of(
                RaceColumn.column(),
                Column.required("ballot_number", "nomor_urut")
                        .example("1")
                        .note("Nomor urut pada surat suara, 1 sampai 99."),
                Column.optional("name", "nama_paslon")
                        .example("Nama calon - Nama wakil")
                        .note("Nama seperti pada surat suara. Boleh kosong hanya untuk kolom kosong."),
                Column.optional("empty_column", "kolom_kosong")
                        .example("tidak")
                        .note("Isi ya untuk kolom kosong pada paslon tunggal.")
                        .choices("ya", "tidak"),
                Column.optional("colour", "warna")
                        .example("#1f77b4")
                        .note("Warna pada grafik, seperti #1f77b4. Boleh kosong."));
    }

    record CandidateRow(RaceRef race, int number, String name, boolean empty, @Nullable String colour) {}

    @Override
    public ImportOutcome apply(ImportRows rows, ImportContext context) {
        long election = elections.electionId(context.election());
        var race = new RaceColumn(elections.races(election));
        var keys = new RowKeys();
        List<CandidateRow> candidates = new ArrayList<>();
        for (ImportRow row : rows) {
            CandidateRow read = read(row, race.read(row, rows.problems()), keys, rows.problems());
            if (read != null) {
                candidates.add(read);
            }
        }
        rows.problems().rejectIfAny();
        ImportOutcome outcome = store(candidates, rows.hasColumn("colour"));
        events.publishEvent(new ElectionDataChanged(election));
        return outcome;
    }

    private static @Nullable CandidateRow read(
            ImportRow row, @Nullable RaceRef race, RowKeys keys, ImportProblems problems) {
        row.required("ballot_number", problems);
        Integer number = row.wholeNumber("ballot_number", 1, 99, problems);
        boolean empty = Boolean.TRUE.equals(row.bool("empty_column", problems));
        String name = empty && row.text("name") == null ? "Kolom kosong" : row.required("name", problems);
        if (name != null && name.length() > LONGEST_NAME) {
            row.reject("name", problems, "TEXT_TOO_LONG");
        }
        String colour = colour(row, problems);
        if (race == null || number == null || name == null) {
            return null;
        }
        return keys.isFirst(race.code() + " " + number, row, "ballot_number", problems)
                ? new CandidateRow(race, number, name, empty, colour)
                : null;
    }

    private static @Nullable String colour(ImportRow row, ImportProblems problems) {
        String colour = row.text("colour");
        if (colour != null && !COLOUR.matcher(colour).matches()) {
            row.reject("colour", problems, "MALFORMED_COLOUR");
        }
        return colour == null ? null : "#" + colour.replace("#", "").toLowerCase(Locale.ROOT);
    }

    private record Counts(int created, int updated) {}

    private ImportOutcome store(List<CandidateRow> rows, boolean colours) {
        Counts counts = jdbc.sql(
                        """
                        WITH stored AS (
                          INSERT INTO candidate AS c (race_id, ballot_number, name, empty_column, colour)
                          SELECT * FROM unnest(?::bigint[], ?::int[], ?::text[], ?::boolean[], ?::text[])
                          ON CONFLICT (race_id, ballot_number) DO UPDATE SET name = excluded.name, empty_column = excluded.empty_column,
                            colour = CASE WHEN ? THEN excluded.colour ELSE c.colour END
                          WHERE (c.name, c.empty_column) IS DISTINCT FROM (excluded.name, excluded.empty_column)
                             OR ? AND c.colour IS DISTINCT FROM excluded.colour
                          RETURNING xmax = 0 AS created)
                        SELECT count(*) FILTER (WHERE created) AS created, count(*) FILTER (WHERE NOT created) AS updated FROM stored
                        """)
                .params(
                        rows.stream().map(row -> row.race().id()).toArray(Long[]::new),
                        rows.stream().map(CandidateRow::number).toArray(Integer[]::new),
                        rows.stream().map(CandidateRow::name).toArray(String[]::new),
                        rows.stream().map(CandidateRow::empty).toArray(Boolean[]::new),
                        rows.stream().map(CandidateRow::colour).toArray(String[]::new),
                        colours,
                        colours)
                .query(Counts.class)
                .single();
        return new ImportOutcome(
                counts.created(), counts.updated(), rows.size() - counts.created() - counts.updated(), List.of());
    }
}
