package id.deskpilkada.staff.directory;

import id.deskpilkada.imports.Column;
import id.deskpilkada.imports.ImportContext;
import id.deskpilkada.imports.ImportOutcome;
import id.deskpilkada.imports.ImportProblems;
import id.deskpilkada.imports.ImportRow;
import id.deskpilkada.imports.ImportRows;
import id.deskpilkada.imports.Importer;
import id.deskpilkada.imports.RowKeys;
import id.deskpilkada.platform.Area;
import id.deskpilkada.staff.Role;
import id.deskpilkada.staff.enrolment.PlacesOfRoles;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The offices that are called upon, from a file: one row for each office and area it serves. */
@Component
class AgencyImporter implements Importer {

    private static final int LONGEST_REGION = 10;

    private final PlacesOfRoles places;
    private final AgencyRows agencies;

    AgencyImporter(PlacesOfRoles places, AgencyRows agencies) {
        this.places = places;
        this.agencies = agencies;
    }

    @Override
    public String kind() {
        return "agencies";
    }

    @Override
    public List<Column> columns() {
        return List.of(
                Column.required("code", "kode")
                        .example("bpbd")
                        .note("Kode instansi, sama dengan bagian belakang peran agency-<kode>."),
                Column.required("region", "wilayah", "kode_wilayah")
                        .example("36.04")
                        .note("Wilayah yang dilayani: kabupaten/kota, kecamatan, atau desa."),
                Column.required("name", "nama").example("BPBD Kabupaten Serang").note("Nama lengkap."),
                Column.optional("channels", "saluran", "kontak")
                        .example("telepon 0254-281234; wa 081234567890; email bpbd@contoh.go.id")
                        .note("Cara menghubungi, dipisah titik koma: telepon, wa, email."),
                Column.optional("confirmed", "dikonfirmasi")
                        .example("tidak")
                        .note(
                                "\"ya\" hanya bila salurannya sudah dicoba. Saluran yang berubah harus dikonfirmasi lagi."),
                Column.optional("active", "aktif")
                        .example("ya")
                        .note("\"tidak\" menghapus instansi ini dari wilayah itu. Kosong berarti ya."));
    }

    /** @param channels as stored; null where the file does not say */
    record AgencyRow(
            String code,
            String area,
            String name,
            @Nullable String channels,
            @Nullable Boolean confirmed,
            boolean active) {}

    @Override
    public ImportOutcome apply(ImportRows rows, ImportContext context) {
        var known = places.known();
        var keys = new RowKeys();
        var read = new ArrayList<AgencyRow>();
        for (var row : rows) {
            var agency = read(row, known, rows.hasColumn("channels"), rows.problems());
            if (agency != null && keys.isFirst(agency.code() + " " + agency.area(), row, "code", rows.problems())) {
                read.add(agency);
            }
        }
        rows.problems().rejectIfAny();
        return agencies.store(read, Confirming.of(context.actor()));
    }

    private static @Nullable AgencyRow read(
            ImportRow row, Set<String> known, boolean withChannels, ImportProblems problems) {
        var code = code(row, problems);
        var name = row.required("name", problems);
        var area = area(row, known, problems);
        var channels = withChannels ? channels(row, problems) : null;
        var confirmed = row.bool("confirmed", problems);
        var active = !Boolean.FALSE.equals(row.bool("active", problems));
        if (Boolean.TRUE.equals(confirmed) && "".equals(channels)) {
            row.reject("confirmed", problems, "NOTHING_TO_CONFIRM");
        }
        return code == null || name == null || area == null
                ? null
                : new AgencyRow(code, area, name, channels, confirmed, active);
    }

    private static @Nullable String code(ImportRow row, ImportProblems problems) {
        var text = row.required("code", problems);
        if (text == null) {
            return null;
        }
        var lower = text.toLowerCase(Locale.ROOT);
        var code = lower.startsWith(Role.AGENCY_PREFIX) ? lower.substring(Role.AGENCY_PREFIX.length()) : lower;
        if (!Role.isAgency(Role.AGENCY_PREFIX + code)) {
            row.reject("code", problems, "MALFORMED_AGENCY_CODE");
            return null;
        }
        return code;
    }

    private static @Nullable String area(ImportRow row, Set<String> known, ImportProblems problems) {
        var text = row.required("region", problems);
        if (text == null) {
            return null;
        }
        var area = Area.digits(text);
        if (!known.contains(area) || area.length() > LONGEST_REGION) {
            row.reject("region", problems, "UNKNOWN_SCOPE");
            return null;
        }
        return area;
    }

    private static @Nullable String channels(ImportRow row, ImportProblems problems) {
        var text = row.text("channels");
        var stored = new ArrayList<String>();
        for (var part : text == null ? List.<String>of() : ChannelText.parts(text)) {
            var channel = ChannelText.read(part);
            if (channel.isEmpty()) {
                row.reject("channels", problems, "UNUSABLE_CHANNEL", part);
            } else {
                stored.add(channel.get().way() + " " + channel.get().address());
            }
        }
        return String.join("\n", stored);
    }
}
