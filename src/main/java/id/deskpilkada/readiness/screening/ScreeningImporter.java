package id.deskpilkada.readiness.screening;

import id.deskpilkada.election.Elections;
import id.deskpilkada.imports.Column;
import id.deskpilkada.imports.ImportContext;
import id.deskpilkada.imports.ImportOutcome;
import id.deskpilkada.imports.ImportProblems;
import id.deskpilkada.imports.ImportRow;
import id.deskpilkada.imports.ImportRows;
import id.deskpilkada.imports.Importer;
import id.deskpilkada.imports.RowKeys;
import id.deskpilkada.platform.Permission;
import id.deskpilkada.readiness.screening.Screening.Result;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Screenings from a file, the same as by form; sent by the health service and nobody else. A column of diagnoses is not read. */
@Component
class ScreeningImporter implements Importer {

    private static final Pattern INDONESIAN_DAY = Pattern.compile("([0-9]{1,2})[/.-]([0-9]{1,2})[/.-]([0-9]{4})");
    private static final Map<String, Result> RESULTS = new LinkedHashMap<>();

    static {
        RESULTS.put("berisiko", Result.AT_RISK);
        RESULTS.put("tidak berisiko", Result.NOT_AT_RISK);
        RESULTS.put("at_risk", Result.AT_RISK);
        RESULTS.put("not_at_risk", Result.NOT_AT_RISK);
    }

    private final Elections elections;
    private final ScreeningRows stored;
    private final ScreeningRules rules;
    private final Screenings screenings;

    ScreeningImporter(Elections elections, ScreeningRows stored, ScreeningRules rules, Screenings screenings) {
        this.elections = elections;
        this.stored = stored;
        this.rules = rules;
        this.screenings = screenings;
    }

    @Override
    public String kind() {
        return "screenings";
    }

    @Override
    public Permission permission() {
        return Permission.SCREEN_OFFICERS;
    }

    @Override
    public List<Column> columns() {
        return List.of(
                Column.required("officer_code", "kode_petugas", "nomor_petugas")
                        .example("KPPS-0001")
                        .note("Nomor petugas seperti pada daftar petugas."),
                Column.required("screened_on", "tanggal_skrining", "tanggal")
                        .example("2024-11-12")
                        .note("Tanggal skrining."),
                Column.required("result", "hasil")
                        .example("tidak berisiko")
                        .note("Hanya hasil akhirnya. Jangan menulis diagnosis di mana pun.")
                        .choices("berisiko", "tidak berisiko"),
                Column.optional("insurance", "jkn")
                        .example("ya")
                        .note("Apakah JKN aktif. Boleh kosong.")
                        .choices("ya", "tidak"),
                Column.optional("follow_up_done", "tindak_lanjut")
                        .example("tidak")
                        .note("Apakah rujukan petugas yang berisiko sudah ditindaklanjuti.")
                        .choices("ya", "tidak"));
    }

    @Override
    public ImportOutcome apply(ImportRows rows, ImportContext context) {
        long election = elections.electionId(context.election());
        var known = known(election, rows, context);
        var keys = new RowKeys();
        Map<Long, Screening> wanted = new LinkedHashMap<>();
        List<ScreenedOfficer> changed = new ArrayList<>();
        int read = 0;
        for (ImportRow row : rows) {
            var officer = officer(row, known, keys, rows.problems());
            var screening = screening(row, officer, election, rows);
            if (officer != null && screening != null) {
                read++;
                if (!screening.equals(officer.screening())) {
                    wanted.put(officer.officer().id(), screening);
                    changed.add(officer);
                }
            }
        }
        rows.problems().rejectIfAny();
        if (!wanted.isEmpty()) {
            screenings.store(changed.stream().map(ScreenedOfficer::officer).toList(), wanted);
        }
        int created = (int)
                changed.stream().filter(officer -> officer.screening() == null).count();
        return new ImportOutcome(created, changed.size() - created, read - changed.size(), List.of());
    }

    /** The officers the sender may screen, by code; the application itself may all. */
    private Map<String, ScreenedOfficer> known(long election, ImportRows rows, ImportContext context) {
        var codes = rows.stream()
                .map(row -> row.text("officer_code"))
                .filter(Objects::nonNull)
                .distinct()
                .toArray(String[]::new);
        var actor = context.actor();
        return stored.byCode(election, codes).stream()
                .filter(known -> actor == null
                        || actor.may(Permission.SCREEN_OFFICERS, known.officer().area()))
                .collect(Collectors.toMap(known -> known.officer().code(), known -> known));
    }

    private static @Nullable ScreenedOfficer officer(
            ImportRow row, Map<String, ScreenedOfficer> known, RowKeys keys, ImportProblems problems) {
        var code = row.required("officer_code", problems);
        if (code == null) {
            return null;
        }
        var officer = known.get(code);
        if (officer == null) {
            row.reject("officer_code", problems, "UNKNOWN_OFFICER");
            return null;
        }
        return keys.isFirst(code, row, "officer_code", problems) ? officer : null;
    }

    private @Nullable Screening screening(
            ImportRow row, @Nullable ScreenedOfficer officer, long election, ImportRows rows) {
        var problems = rows.problems();
        var day = day(row, election, problems);
        var result = row.required("result", problems) == null ? null : row.choice("result", RESULTS, problems);
        var insured = row.bool("insurance", problems);
        var done = row.bool("follow_up_done", problems);
        if (day == null || result == null) {
            return null;
        }
        var before = Optional.ofNullable(officer).map(ScreenedOfficer::screening);
        if (!rows.hasColumn("insurance")) {
            insured = before.map(Screening::insured).orElse(null);
        }
        if (!rows.hasColumn("follow_up_done")) {
            done = result == Result.AT_RISK
                    && before.map(Screening::followUpDone).orElse(false);
        }
        if (done != null && done && result == Result.NOT_AT_RISK) {
            row.reject("follow_up_done", problems, "FOLLOW_UP_WITHOUT_RISK");
        }
        return new Screening(day, result, insured, done != null && done);
    }

    private @Nullable LocalDate day(ImportRow row, long election, ImportProblems problems) {
        var text = row.required("screened_on", problems);
        if (text == null) {
            return null;
        }
        var day = parsed(text);
        if (day.isEmpty()) {
            row.reject("screened_on", problems, "NOT_A_DAY");
        } else if (!rules.possible(day.get(), election)) {
            row.reject("screened_on", problems, "SCREENED_ON_RANGE");
        } else {
            return day.get();
        }
        return null;
    }

    /** 2024-11-12 as a spreadsheet gives it, or 12/11/2024 as people write it. */
    static Optional<LocalDate> parsed(String text) {
        try {
            var indonesian = INDONESIAN_DAY.matcher(text);
            return Optional.of(
                    indonesian.matches()
                            ? LocalDate.of(
                                    Integer.parseInt(indonesian.group(3)),
                                    Integer.parseInt(indonesian.group(2)),
                                    Integer.parseInt(indonesian.group(1)))
                            : LocalDate.parse(text));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
