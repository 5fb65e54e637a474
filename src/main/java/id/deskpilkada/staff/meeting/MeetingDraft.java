package id.deskpilkada.staff.meeting;

import id.deskpilkada.platform.FieldProblem;
import id.deskpilkada.platform.Problem;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A meeting as somebody writes it down; whatever is missing or too long is told at once. */
record MeetingDraft(
        @Nullable String subject,
        @Nullable Instant heldAt,
        @Nullable String place,
        @Nullable String chair,
        @Nullable List<String> participants,
        @Nullable String summary,
        @Nullable List<DecisionDraft> decisions) {

    private static final int LINE = 300;
    private static final int TEXT = 4000;

    record DecisionDraft(@Nullable String text, @Nullable String inCharge, @Nullable LocalDate dueOn) {

        void check(String field, List<FieldProblem> problems) {
            required(field + "text", text, TEXT, problems);
            required(field + "inCharge", inCharge, LINE, problems);
            if (dueOn == null) {
                problems.add(FieldProblem.field(field + "dueOn", null, "REQUIRED"));
            }
        }
    }

    /** @throws Problem 422 {@code MEETING_INCOMPLETE} field by field */
    void check() {
        var problems = new ArrayList<FieldProblem>();
        required("subject", subject, LINE, problems);
        required("place", place, LINE, problems);
        if (heldAt == null) {
            problems.add(FieldProblem.field("heldAt", null, "REQUIRED"));
        }
        bounded("chair", chair, LINE, problems);
        required("participants", String.join("\n", institutions()), TEXT, problems);
        bounded("summary", summary, TEXT, problems);
        var drafts = Objects.requireNonNullElse(decisions, List.<DecisionDraft>of());
        for (int at = 0; at < drafts.size(); at++) {
            drafts.get(at).check("decisions." + at + ".", problems);
        }
        if (!problems.isEmpty()) {
            throw Problem.unprocessable("MEETING_INCOMPLETE", problems);
        }
    }

    List<String> institutions() {
        return Objects.requireNonNullElse(participants, List.<String>of()).stream()
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .toList();
    }

    static void required(String field, @Nullable String text, int longest, List<FieldProblem> problems) {
        if (text == null || text.isBlank()) {
            problems.add(FieldProblem.field(field, null, "REQUIRED"));
        }
        bounded(field, text, longest, problems);
    }

    private static void bounded(String field, @Nullable String text, int longest, List<FieldProblem> problems) {
        if (text != null && text.length() > longest) {
            problems.add(FieldProblem.field(field, text, "TEXT_TOO_LONG"));
        }
    }
}
