package id.deskpilkada.staff.enrolment;

import id.deskpilkada.imports.ImportProblems;
import id.deskpilkada.imports.ImportRow;
import id.deskpilkada.imports.RowKeys;
import id.deskpilkada.platform.Area;
import id.deskpilkada.platform.FieldProblem;
import id.deskpilkada.platform.Grant;
import id.deskpilkada.platform.Messages;
import id.deskpilkada.staff.Role;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the rows of one staff file and reports every fault. */
class StaffRows {

    private static final Pattern USERNAME = Pattern.compile("[a-z0-9][a-z0-9._-]{2,59}");
    private static final int SHORTEST_PASSWORD = 8;

    /** What the rows of one person must agree on. */
    private static final List<String> PERSONAL =
            List.of("name", "phone", "email", "nip", "rank", "position", "password", "active");

    private final Set<String> knownPlaces;
    private final ImportProblems problems;
    private final Messages messages;
    private final RowKeys keys = new RowKeys();
    private final Map<String, ImportRow> firstRows = new HashMap<>();
    private final List<StaffRow> rows = new ArrayList<>();

    StaffRows(Set<String> knownPlaces, ImportProblems problems, Messages messages) {
        this.knownPlaces = knownPlaces;
        this.problems = problems;
        this.messages = messages;
    }

    /** @param active no only where the file says so */
    record StaffRow(ImportRow row, String username, String name, Grant grant, boolean active) {

        @Nullable
        String text(String column) {
            return row.text(column);
        }
    }

    List<StaffRow> rows() {
        return rows;
    }

    void read(ImportRow row) {
        var username = username(row);
        var name = row.required("name", problems);
        var role = role(row);
        var scope = scope(row, role);
        var active = row.bool("active", problems);
        contact(row);
        if (username != null) {
            agree(username, row);
        }
        if (username == null || name == null || role == null || scope == null) {
            return;
        }
        if (keys.isFirst(username + " " + role + " " + Area.digits(scope), row, "username", problems)) {
            rows.add(new StaffRow(row, username, name, new Grant(role, scope), !Boolean.FALSE.equals(active)));
        }
    }

    private @Nullable String username(ImportRow row) {
        var text = row.required("username", problems);
        if (text == null) {
            return null;
        }
        var username = text.toLowerCase(Locale.ROOT);
        if (!USERNAME.matcher(username).matches()) {
            row.reject("username", problems, "MALFORMED_USERNAME");
            return null;
        }
        return username;
    }

    private @Nullable String role(ImportRow row) {
        var text = row.required("role", problems);
        if (text == null) {
            return null;
        }
        var role = text.toLowerCase(Locale.ROOT);
        if (!Role.isKnown(role)) {
            row.reject("role", problems, "UNKNOWN_ROLE", String.join(", ", Role.codes()));
            return null;
        }
        return role;
    }

    private @Nullable String scope(ImportRow row, @Nullable String role) {
        var text = row.required("scope", problems);
        if (text == null) {
            return null;
        }
        var area = Area.digits(text);
        if (!knownPlaces.contains(area)) {
            row.reject("scope", problems, "UNKNOWN_SCOPE");
            return null;
        }
        if (role != null && !Role.mayBeHeldAt(role, area)) {
            row.reject("scope", problems, "WRONG_SCOPE_LEVEL", role, messages.text(Role.placeKey(role)));
            return null;
        }
        return area.length() > 10 ? area : Area.dotted(area);
    }

    private void contact(ImportRow row) {
        var nip = row.text("nip");
        if (nip != null && !nip.replace(" ", "").matches("[0-9]{18}")) {
            row.reject("nip", problems, "MALFORMED_NIP");
        }
        var email = row.text("email");
        if (email != null && !email.matches("[^@\\s]+@[^@\\s]+\\.[^@\\s]+")) {
            row.reject("email", problems, "MALFORMED_EMAIL");
        }
        var phone = row.text("phone");
        if (phone != null && !phone.matches("\\+?[0-9][0-9 ()/-]{5,24}")) {
            row.reject("phone", problems, "MALFORMED_PHONE");
        }
        var password = row.text("password");
        if (password != null && password.length() < SHORTEST_PASSWORD) {
            problems.add(FieldProblem.row(row.number(), "password", null, "SHORT_PASSWORD", SHORTEST_PASSWORD));
        }
    }

    /** A cell may be left out in all rows of a person but one; two that differ leave open which of them is meant. */
    private void agree(String username, ImportRow row) {
        var first = firstRows.putIfAbsent(username, row);
        if (first == null) {
            return;
        }
        for (var column : PERSONAL) {
            var earlier = first.text(column);
            var here = row.text(column);
            if (earlier != null && here != null && !Objects.equals(earlier, here)) {
                var shown = column.equals("password") ? null : here;
                problems.add(FieldProblem.row(
                        row.number(), column, shown, "DIFFERS_FROM_ROW", Integer.toString(first.number())));
            }
        }
    }
}
