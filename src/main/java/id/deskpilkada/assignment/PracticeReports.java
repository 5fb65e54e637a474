package id.deskpilkada.assignment;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import id.deskpilkada.election.Elections;
import id.deskpilkada.election.RoundRef;
import id.deskpilkada.platform.Actor;
import id.deskpilkada.platform.FieldProblem;
import id.deskpilkada.platform.Problem;
import id.deskpilkada.platform.SystemTransactions;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** Practice before the day: one's own TPS or village, three made-up answers. Kept apart from every real report. */
@Service
class PracticeReports {

    /** What is asked, with the answers to choose from. */
    static final Map<String, List<String>> QUESTIONS =
            Map.of("site", List.of("READY", "NOT_READY"), "signal", List.of("GOOD", "WEAK", "NONE"));

    private static final int LONGEST_NOTE = 300;

    private final AssignmentRows rows;
    private final Elections elections;
    private final JdbcClient jdbc;
    private final ObjectMapper json;
    private final SystemTransactions transactions;
    private final Clock clock;

    PracticeReports(
            AssignmentRows rows,
            Elections elections,
            JdbcClient jdbc,
            ObjectMapper json,
            SystemTransactions transactions,
            Clock clock) {
        this.rows = rows;
        this.elections = elections;
        this.jdbc = jdbc;
        this.json = json;
        this.transactions = transactions;
        this.clock = clock;
    }

    /**
     * @param id chosen by the sender: sent again it counts once
     * @param area the TPS or village that is practised with; must be one's own
     */
    record Practice(
            @Nullable UUID id,
            @Nullable String area,
            @Nullable String site,
            @Nullable String signal,
            @Nullable String note) {}

    /** The places that the person is named for, in rounds that run. */
    List<Assigned> places(Actor actor) {
        return transactions.read(Assignments.WORK, () -> rows.ofPerson(actor.id())).stream()
                .filter(one -> elections.round(one.roundId()).phase().active())
                .toList();
    }

    /** @throws Problem 422 {@code PRACTICE_REJECTED} with every fault, also {@code NOT_ASSIGNED} for somebody who is named for nothing */
    RoundRef send(Practice practice, Actor actor) {
        var places = places(actor);
        if (places.isEmpty()) {
            throw Problem.unprocessable("NOT_ASSIGNED");
        }
        var place = places.stream()
                .filter(one -> one.area().equals(practice.area()))
                .findFirst();
        var problems = faults(practice);
        if (place.isEmpty()) {
            problems.add(FieldProblem.field("area", practice.area(), "NOT_YOUR_PLACE"));
        }
        if (!problems.isEmpty()) {
            throw Problem.unprocessable("PRACTICE_REJECTED", problems);
        }
        var round = place.orElseThrow().roundId();
        transactions.write(Assignments.WORK, () -> store(practice, round, actor.id()));
        return elections.round(round);
    }

    private static List<FieldProblem> faults(Practice practice) {
        var problems = new ArrayList<FieldProblem>();
        var given = new java.util.LinkedHashMap<String, @Nullable String>();
        given.put("site", practice.site());
        given.put("signal", practice.signal());
        given.forEach((question, answer) -> {
            if (answer == null || !QUESTIONS.getOrDefault(question, List.of()).contains(answer)) {
                problems.add(FieldProblem.field(question, answer, "CHOOSE_ONE"));
            }
        });
        if (practice.id() == null) {
            problems.add(FieldProblem.field("id", null, "NOT_A_REPORT_ID"));
        }
        if (practice.note() != null && practice.note().length() > LONGEST_NOTE) {
            problems.add(FieldProblem.field("note", practice.note(), "TEXT_LENGTH", 0, LONGEST_NOTE));
        }
        return problems;
    }

    private void store(Practice practice, long roundId, long staffId) {
        jdbc.sql(
                        """
                        INSERT INTO practice_report (id, round_id, area, staff_id, answers, received_at)
                        VALUES (?, ?, ?, ?, CAST(? AS jsonb), ?) ON CONFLICT DO NOTHING
                        """)
                .params(
                        practice.id(),
                        roundId,
                        practice.area(),
                        staffId,
                        answers(practice),
                        Timestamp.from(clock.instant()))
                .update();
        rows.markPractised(roundId, staffId);
    }

    private String answers(Practice practice) {
        try {
            return json.writeValueAsString(Map.of(
                    "site", String.valueOf(practice.site()),
                    "signal", String.valueOf(practice.signal()),
                    "note", practice.note() == null ? "" : practice.note()));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
