package id.deskpilkada.staff.directory;

import id.deskpilkada.imports.ImportProblems;
import id.deskpilkada.imports.ImportRow;
import id.deskpilkada.imports.RowKeys;
import id.deskpilkada.platform.Area;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the rows of one file of contacts and reports every fault. */
class ContactRows {

    private static final Set<String> SAME = Set.of("sama", "ya", "same", "yes");
    private static final int LONGEST = 200;

    private final Set<String> knownPlaces;
    private final ContactKinds kinds;
    private final ImportProblems problems;
    private final RowKeys keys = new RowKeys();
    private final List<ContactRow> rows = new ArrayList<>();

    ContactRows(Set<String> knownPlaces, ContactKinds kinds, ImportProblems problems) {
        this.knownPlaces = knownPlaces;
        this.kinds = kinds;
        this.problems = problems;
    }

    /** @param confirmed null where the file does not say */
    record ContactRow(
            String kind,
            String name,
            String area,
            @Nullable String position,
            @Nullable String phone,
            @Nullable String whatsapp,
            @Nullable String note,
            @Nullable Boolean confirmed,
            boolean active) {}

    List<ContactRow> rows() {
        return rows;
    }

    void read(ImportRow row) {
        var kind = kind(row);
        var name = bounded(row, "name", row.required("name", problems));
        var area = area(row);
        var phone = phone(row, kind);
        var whatsapp = whatsapp(row, phone);
        var position = bounded(row, "position", row.text("position"));
        var note = bounded(row, "note", row.text("note"));
        var confirmed = row.bool("confirmed", problems);
        var active = !Boolean.FALSE.equals(row.bool("active", problems));
        if (Boolean.TRUE.equals(confirmed) && row.text("phone") == null && row.text("whatsapp") == null) {
            row.reject("confirmed", problems, "NOTHING_TO_CONFIRM");
        }
        if (kind == null || name == null || area == null) {
            return;
        }
        if (keys.isFirst(area + " " + kind + " " + name.toLowerCase(Locale.ROOT), row, "name", problems)) {
            rows.add(
                    new ContactRow(kind, name, area, position, value(phone), value(whatsapp), note, confirmed, active));
        }
    }

    private @Nullable String kind(ImportRow row) {
        var text = row.required("kind", problems);
        if (text == null) {
            return null;
        }
        var kind = text.toUpperCase(Locale.ROOT).replace(' ', '-').replace('_', '-');
        if (kinds.of(kind).isEmpty()) {
            row.reject("kind", problems, "UNKNOWN_CONTACT_KIND", String.join(", ", kinds.codes()));
            return null;
        }
        return kind;
    }

    private @Nullable String area(ImportRow row) {
        var text = row.required("region", problems);
        if (text == null) {
            return null;
        }
        var area = Area.digits(text);
        if (!knownPlaces.contains(area)) {
            row.reject("region", problems, "UNKNOWN_SCOPE");
            return null;
        }
        return area;
    }

    private @Nullable CallNumber phone(ImportRow row, @Nullable String kind) {
        var text = row.text("phone");
        if (text == null) {
            return null;
        }
        var number = CallNumber.of(text).orElse(null);
        if (number == null) {
            row.reject("phone", problems, "UNUSABLE_NUMBER");
        } else if (number.isShort() && kind != null && kinds.personal(kind)) {
            row.reject("phone", problems, "SHORT_NUMBER_OF_PERSON");
        }
        return number;
    }

    private @Nullable CallNumber whatsapp(ImportRow row, @Nullable CallNumber phone) {
        var text = row.text("whatsapp");
        if (text == null) {
            return null;
        }
        if (SAME.contains(text.toLowerCase(Locale.ROOT)) && phone != null && !phone.isShort()) {
            return phone;
        }
        var number = CallNumber.telephone(text).orElse(null);
        if (number == null) {
            row.reject("whatsapp", problems, "UNUSABLE_NUMBER");
        }
        return number;
    }

    private @Nullable String bounded(ImportRow row, String column, @Nullable String text) {
        if (text != null && text.length() > LONGEST) {
            row.reject(column, problems, "TEXT_TOO_LONG");
        }
        return text;
    }

    private static @Nullable String value(@Nullable CallNumber number) {
        return number == null ? null : number.value();
    }
}
