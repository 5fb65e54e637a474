package id.deskpilkada.election.setup;

import id.deskpilkada.platform.FieldProblem;
import id.deskpilkada.platform.Problem;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Collects what is wrong with a request, field by field. */
public class Faults {

    private static final Pattern CODE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,39}");
    private static final int LONGEST_NAME = 200;

    private final List<FieldProblem> found = new ArrayList<>();
    private final Set<String> keys = new HashSet<>();

    public void add(String field, @Nullable String value, String code, Object... arguments) {
        found.add(FieldProblem.field(field, value, code, arguments));
    }

    /** A short name for use in addresses: letters, digits, point, hyphen and underscore, at most 40. */
    @Nullable
    String code(String field, @Nullable String value) {
        if (value == null || value.isBlank()) {
            add(field, null, "REQUIRED");
            return null;
        }
        if (!CODE.matcher(value).matches()) {
            add(field, value, "MALFORMED_CODE");
            return null;
        }
        return value;
    }

    /** The code of something that may come only once in its list. */
    @Nullable
    String uniqueCode(String list, String field, @Nullable String value) {
        String code = code(field, value);
        if (code != null && !keys.add(list + " " + code)) {
            add(field, code, "DUPLICATE_CODE");
            return null;
        }
        return code;
    }

    public @Nullable String name(String field, @Nullable String value, @Nullable String otherwise) {
        if (value == null || value.isBlank()) {
            if (otherwise == null) {
                add(field, null, "REQUIRED");
            }
            return otherwise;
        }
        if (value.strip().length() > LONGEST_NAME) {
            add(field, value, "TEXT_TOO_LONG");
            return null;
        }
        return value.strip();
    }

    public @Nullable LocalDate date(String field, @Nullable String value) {
        if (value == null || value.isBlank()) {
            add(field, null, "REQUIRED");
            return null;
        }
        try {
            LocalDate date = LocalDate.parse(value.strip());
            if (date.getYear() >= 1955 && date.getYear() <= 2100) {
                return date;
            }
        } catch (DateTimeParseException e) {
            // reported below with the value as given
        }
        add(field, value, "MALFORMED_DATE");
        return null;
    }

    public boolean none() {
        return found.isEmpty();
    }

    /** @throws Problem 422 if anything was added; its code is {@code RACE_NOT_SUPPORTED} when that is among the faults */
    public void rejectIfAny() {
        if (!found.isEmpty()) {
            boolean race = found.stream().anyMatch(fault -> fault.code().equals(ElectionCheck.RACE_NOT_SUPPORTED));
            throw Problem.unprocessable(race ? ElectionCheck.RACE_NOT_SUPPORTED : "MALFORMED", found);
        }
    }
}
