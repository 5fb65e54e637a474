package id.deskpilkada.assignment;

import id.deskpilkada.election.Elections;
import id.deskpilkada.imports.Column;
import id.deskpilkada.imports.ImportContext;
import id.deskpilkada.imports.ImportOutcome;
import id.deskpilkada.imports.ImportProblems;
import id.deskpilkada.imports.ImportRow;
import id.deskpilkada.imports.ImportRows;
import id.deskpilkada.imports.Importer;
import id.deskpilkada.platform.Actor;
import id.deskpilkada.platform.Area;
import id.deskpilkada.platform.Permission;
import id.deskpilkada.platform.SystemTransactions;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** People for villages and TPS from a file, one row for each person and place; the same rules as the form. A camat's file may name villages of their own district only. */
@Component
class AssignmentImporter implements Importer {

    private static final int DISTRICT = 6;
    private static final int VILLAGE = 10;
    private static final List<DateTimeFormatter> DATES = List.of(
            DateTimeFormatter.ISO_LOCAL_DATE,
            DateTimeFormatter.ofPattern("d/M/uuuu").withResolverStyle(ResolverStyle.STRICT),
            DateTimeFormatter.ofPattern("d-M-uuuu").withResolverStyle(ResolverStyle.STRICT));

    private final Elections elections;
    private final DistrictViews views;
    private final AssignmentRows table;
    private final Appointments appointments;
    private final AssignmentWatch watch;
    private final SystemTransactions transactions;

    AssignmentImporter(
            Elections elections,
            DistrictViews views,
            AssignmentRows table,
            Appointments appointments,
            AssignmentWatch watch,
            SystemTransactions transactions) {
        this.elections = elections;
        this.views = views;
        this.table = table;
        this.appointments = appointments;
        this.watch = watch;
        this.transactions = transactions;
    }

    @Override
    public String kind() {
        return "assignments";
    }

    @Override
    public List<Column> columns() {
        return List.of(
                Column.required("village", "desa", "kode_desa")
                        .example("36.04.05.2002")
                        .note("Kode desa atau kelurahan."),
                Column.optional("tps", "kode_tps")
                        .example("3604052002001")
                        .note("Kode TPS 13 angka untuk petugas satu TPS; kosong untuk admin seluruh desa."),
                Column.required("name", "nama").example("Siti Aminah").note("Nama lengkap."),
                Column.required("phone", "telepon", "hp", "no_hp")
                        .example("0812-3456-7890")
                        .note("Nomor telepon, boleh ditulis 08..., 62..., atau +62...."),
                Column.optional("email", "surel").example("siti@contoh.go.id").note("Alamat surel."),
                Column.optional("nip").example("198001012005011001").note("NIP, 18 angka."),
                Column.optional("position", "jabatan")
                        .example("Kasi Pemerintahan")
                        .note("Jabatan."),
                Column.optional("sk_number", "nomor_sk")
                        .example("800/12/Kec-2024")
                        .note("Nomor SK penunjukan."),
                Column.optional("sk_date", "tanggal_sk")
                        .example("2024-10-30")
                        .note("Tanggal SK: 2024-10-30, 30/10/2024, atau 30-10-2024."));
    }

    @Override
    public Permission permission() {
        return Permission.ASSIGN_STAFF;
    }

    @Override
    public ImportOutcome apply(ImportRows rows, ImportContext context) {
        var round = elections.round(context.election(), null);
        var byDistrict = new TreeMap<String, List<Candidate>>();
        rows.forEach(row -> read(row, context.actor(), rows.problems(), byDistrict));
        var stored = transactions.write(Assignments.WORK, () -> {
            int created = 0;
            int updated = 0;
            for (Map.Entry<String, List<Candidate>> district : byDistrict.entrySet()) {
                var about = views.of(round, district.getKey());
                table.lock(about);
                table.adopt(about);
                var checked = appointments.check(about, district.getValue(), table.of(about));
                if (rows.problems().isEmpty()) {
                    var one = appointments.store(about, checked, idOf(context.actor()), null);
                    created += one.created();
                    updated += one.updated();
                    watch.settle(about);
                }
            }
            return new Appointments.Stored(created, updated);
        });
        rows.problems().rejectIfAny();
        return new ImportOutcome(
                stored.created(), stored.updated(), rows.count() - stored.created() - stored.updated(), List.of());
    }

    private static void read(
            ImportRow row, @Nullable Actor actor, ImportProblems problems, Map<String, List<Candidate>> byDistrict) {
        var written = row.required("village", problems);
        if (written == null) {
            return;
        }
        var village = Area.digits(written);
        if (!village.matches("[0-9]{" + VILLAGE + "}")) {
            row.reject("village", problems, "UNKNOWN_VILLAGE_CODE");
            return;
        }
        if (actor != null && !actor.may(Permission.ASSIGN_STAFF, village)) {
            row.reject("village", problems, "VILLAGE_OUTSIDE_SCOPE");
            return;
        }
        var skDate = date(row, problems);
        var person = new PersonEntry(
                row.text("tps"),
                null,
                row.text("name"),
                row.text("nip"),
                row.text("phone"),
                row.text("email"),
                row.text("position"));
        byDistrict
                .computeIfAbsent(village.substring(0, DISTRICT), district -> new ArrayList<>())
                .add(new Candidate(
                        village,
                        person,
                        row.text("sk_number"),
                        skDate,
                        (field, value, code, arguments) -> row.reject(field, problems, code, arguments)));
    }

    private static @Nullable LocalDate date(ImportRow row, ImportProblems problems) {
        var text = row.text("sk_date");
        if (text == null) {
            return null;
        }
        for (var format : DATES) {
            try {
                return LocalDate.parse(text, format);
            } catch (DateTimeParseException e) {
                continue;
            }
        }
        row.reject("sk_date", problems, "WRONG_DATE");
        return null;
    }

    private static @Nullable Long idOf(@Nullable Actor actor) {
        return actor == null ? null : actor.id();
    }
}
