package id.deskpilkada.tierreport.delivery;

import id.deskpilkada.platform.FieldProblem;
import id.deskpilkada.platform.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A recipient as somebody writes it down.
 *
 * @param way {@code EMAIL} or {@code INTAKE}
 * @param slots names of slots; none: all
 * @param token what the installation above has given out for us; null leaves the one that is kept
 */
record RecipientDraft(
        @Nullable String name,
        @Nullable String way,
        @Nullable String address,
        @Nullable List<String> slots,
        @Nullable Boolean active,
        @Nullable String token) {

    private static final Pattern EMAIL = Pattern.compile("[^@\\s<>,;:\"]+@[^@\\s<>,;:\"]+\\.[^@\\s<>,;:\".]{2,}");
    private static final Pattern SLOT = Pattern.compile("[^,\\s][^,]{0,39}");
    private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9_-]{20,200}");
    private static final int LONGEST_NAME = 120;
    private static final int LONGEST_ADDRESS = 200;

    Way reachedBy() {
        return Way.valueOf(Objects.requireNonNull(way));
    }

    String called() {
        return text(name);
    }

    String reachedAt() {
        return text(address).replaceAll("/+$", "");
    }

    String chosen() {
        return slots == null
                ? ""
                : slots.stream()
                        .map(String::strip)
                        .filter(slot -> !slot.isEmpty())
                        .distinct()
                        .collect(Collectors.joining(","));
    }

    boolean isActive() {
        return !Boolean.FALSE.equals(active);
    }

    @Nullable
    String secret() {
        return token == null || token.isBlank() ? null : token.strip();
    }

    /** @throws Problem 422 {@code RECIPIENT_INCOMPLETE} with every field that is wrong */
    void check(Addresses addresses) {
        var problems = new ArrayList<FieldProblem>();
        if (called().length() < 2 || called().length() > LONGEST_NAME || hasBreaks(called())) {
            problems.add(FieldProblem.field("name", name, "RECIPIENT_NAME"));
        }
        if (!"EMAIL".equals(way) && !"INTAKE".equals(way)) {
            problems.add(FieldProblem.field("way", way, "UNKNOWN_CHOICE", "EMAIL, INTAKE"));
        } else if (reachedAt().length() > LONGEST_ADDRESS || !reachable(addresses)) {
            problems.add(FieldProblem.field(
                    "address", address, "EMAIL".equals(way) ? "RECIPIENT_EMAIL" : "RECIPIENT_INTAKE"));
        }
        if (secret() != null && !TOKEN.matcher(Objects.requireNonNull(secret())).matches()) {
            problems.add(FieldProblem.field("token", null, "RECIPIENT_TOKEN"));
        }
        if (slots != null
                && slots.stream()
                        .map(String::strip)
                        .anyMatch(slot -> !slot.isEmpty() && !SLOT.matcher(slot).matches())) {
            problems.add(FieldProblem.field("slots", String.join(" ", slots), "RECIPIENT_SLOT"));
        }
        if (!problems.isEmpty()) {
            throw Problem.unprocessable("RECIPIENT_INCOMPLETE", problems);
        }
    }

    private boolean reachable(Addresses addresses) {
        return "EMAIL".equals(way) ? EMAIL.matcher(reachedAt()).matches() : addresses.isOrigin(reachedAt());
    }

    private static boolean hasBreaks(String text) {
        return text.chars().anyMatch(Character::isISOControl);
    }

    private static String text(@Nullable String text) {
        return text == null ? "" : text.strip();
    }
}
