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
import id.deskpilkada.platform.PhoneNumber;
import id.deskpilkada.region.RegionCode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Officers from a file: who they are, where they work and which puskesmas looks after them. No NIK, no age, nothing about health. */
@Component
class OfficerImporter implements Importer {

    private static final int LONGEST = 120;
    private static final Map<String, Duty> DUTIES = new LinkedHashMap<>();

    static {
        Arrays.stream(Duty.values()).forEach(duty -> DUTIES.put(duty.name().toLowerCase(Locale.ROOT), duty));
        DUTIES.put("pengawas", Duty.PTPS);
        DUTIES.put("satlinmas", Duty.LINMAS);
    }

    private final Elections elections;
    private final OfficerUpsert officers;

    OfficerImporter(Elections elections, OfficerUpsert officers) {
        this.elections = elections;
        this.officers = officers;
    }

    @Override
    public String kind() {
        return "officers";
    }

    @Override
    public List<Column> columns() {
        return List.of(
                Column.required("officer_code", "kode_petugas", "nomor_petugas")
                        .example("KPPS-0001")
                        .note("Nomor petugas pada daftar Anda, misalnya nomor urut SK. Bukan NIK."),
                Column.required("name", "nama").example("Siti Aminah").note("Nama petugas."),
                Column.required("duty", "tugas")
                        .example("KPPS")
                        .note("Tugasnya.")
                        .choices("KPPS", "PPS", "PPK", "LINMAS", "PTPS"),
                Column.optional("tps_code", "kode_tps")
                        .example("3604052002001")
                        .note("Kode TPS, 13 angka; kosong bila bertugas di desa atau kecamatan."),
                Column.optional("region_code", "kode_wilayah")
                        .note("Kode desa atau kecamatan, bila tidak bertugas di satu TPS."),
                Column.required("puskesmas").example("Puskesmas Kramatwatu").note("Nama puskesmas yang melayani."),
                Column.optional("phone", "telepon").example("0812-3456-7890").note("Boleh kosong."),
                Column.optional("active", "aktif")
                        .example("ya")
                        .note("\"tidak\" bila sudah berhenti bertugas.")
                        .choices("ya", "tidak"));
    }

    /** @param phone null keeps what is stored when the file has no such column */
    record OfficerRow(
            String code,
            String name,
            Duty duty,
            String area,
            String puskesmas,
            @Nullable String phone,
            boolean active) {}

    @Override
    public ImportOutcome apply(ImportRows rows, ImportContext context) {
        long election = elections.electionId(context.election());
        var places = officers.places(election);
        var keys = new RowKeys();
        List<OfficerRow> read = new ArrayList<>();
        for (ImportRow row : rows) {
            var officer = read(row, places, keys, rows.problems());
            if (officer != null) {
                read.add(officer);
            }
        }
        rows.problems().rejectIfAny();
        return officers.store(election, read, rows.hasColumn("phone"));
    }

    private static @Nullable OfficerRow read(
            ImportRow row, OfficerUpsert.Places places, RowKeys keys, ImportProblems problems) {
        var code = text(row, "officer_code", problems);
        var name = text(row, "name", problems);
        var puskesmas = text(row, "puskesmas", problems);
        var duty = row.required("duty", problems) == null ? null : row.choice("duty", DUTIES, problems);
        var area = area(row, places, problems);
        var phone = phone(row, problems);
        var active = row.bool("active", problems);
        if (code != null && code.replaceAll("[ .-]", "").matches("[0-9]{16}")) {
            row.reject("officer_code", problems, "OFFICER_CODE_IS_NIK");
            return null;
        }
        if (code == null || name == null || puskesmas == null || duty == null || area == null) {
            return null;
        }
        return keys.isFirst(code, row, "officer_code", problems)
                ? new OfficerRow(code, name, duty, area, puskesmas, phone, active == null || active)
                : null;
    }

    private static @Nullable String text(ImportRow row, String column, ImportProblems problems) {
        var text = row.required(column, problems);
        if (text != null && text.length() > LONGEST) {
            row.reject(column, problems, "TEXT_TOO_LONG");
            return null;
        }
        return text;
    }

    private static @Nullable String area(ImportRow row, OfficerUpsert.Places places, ImportProblems problems) {
        var tps = row.text("tps_code");
        var region = row.text("region_code");
        if (tps != null) {
            if (!places.stations().contains(tps)) {
                row.reject("tps_code", problems, "UNKNOWN_TPS", tps);
                return null;
            }
            return tps;
        }
        if (region == null) {
            row.reject("tps_code", problems, "OFFICER_WITHOUT_PLACE");
            return null;
        }
        var digits = RegionCode.parse(region).map(RegionCode::area).orElse("");
        if (!places.regions().contains(digits)) {
            row.reject("region_code", problems, "UNKNOWN_OFFICER_REGION");
            return null;
        }
        return digits;
    }

    private static @Nullable String phone(ImportRow row, ImportProblems problems) {
        var written = row.text("phone");
        if (written == null) {
            return null;
        }
        var number = PhoneNumber.of(written);
        if (number.isEmpty()) {
            row.reject("phone", problems, "OFFICER_PHONE");
        }
        return number.map(PhoneNumber::value).orElse(null);
    }
}
