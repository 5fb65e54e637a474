package id.deskpilkada.dashboard.publicview;

import id.deskpilkada.dashboard.publicview.PublicView.Decision;
import id.deskpilkada.platform.Actor;
import id.deskpilkada.platform.Changes;
import id.deskpilkada.platform.DeskSettings;
import id.deskpilkada.platform.FieldProblem;
import id.deskpilkada.platform.Permission;
import id.deskpilkada.platform.Problem;
import id.deskpilkada.platform.audit.Audit;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The switch of the public view. Whoever turns it says who decided so, and off is off without waiting for anybody. */
@Service
class PublicViews {

    static final String TOPIC = "public-view";

    private final JdbcClient jdbc;
    private final VotesGate gate;
    private final Changes changes;
    private final Audit audit;
    private final DeskSettings settings;

    PublicViews(JdbcClient jdbc, VotesGate gate, Changes changes, Audit audit, DeskSettings settings) {
        this.jdbc = jdbc;
        this.gate = gate;
        this.changes = changes;
        this.audit = audit;
        this.settings = settings;
    }

    @Transactional(readOnly = true)
    public PublicView now() {
        return jdbc.sql(
                        """
                        SELECT mode, depth, votes_not_before, decision_name, decision_office, decision_letter, changed_at FROM public_view
                        """)
                .query((row, number) -> view(row))
                .optional()
                .orElse(PublicView.OFF);
    }

    /** @throws Problem 403, 422 {@code PUBLIC_VIEW_INCOMPLETE} with the fields */
    @Transactional
    public PublicView change(PublicViewDraft draft, Actor actor) {
        actor.require(Permission.SET_PUBLIC_VIEW, settings.area());
        var wanted = checked(draft);
        store(wanted, actor);
        return now();
    }

    /** What the switch would be if it were turned so. */
    PublicView checked(PublicViewDraft draft) {
        var wanted = draft.read();
        var moment = wanted.votesNotBefore();
        if (moment != null && gate.earliest().filter(moment::isBefore).isPresent()) {
            throw Problem.unprocessable(
                    "PUBLIC_VIEW_INCOMPLETE",
                    List.of(FieldProblem.field("votesNotBefore", draft.votesNotBefore(), "VOTES_BEFORE_POLLS_CLOSE")));
        }
        return wanted;
    }

    /** What was decided before stays written down. */
    @Transactional
    public void switchOff(Actor actor) {
        actor.require(Permission.SET_PUBLIC_VIEW, settings.area());
        var before = now();
        store(new PublicView(PublicMode.OFF, before.depth(), before.votesNotBefore(), before.decision(), null), actor);
    }

    private void store(PublicView wanted, Actor actor) {
        var decision = wanted.decision();
        jdbc.sql(
                        """
                        INSERT INTO public_view (mode, depth, votes_not_before, decision_name, decision_office, decision_letter, changed_by_id, changed_at)
                        VALUES (?, ?, ?, ?, ?, ?, ?, clock_timestamp())
                        ON CONFLICT (id) DO UPDATE SET mode = excluded.mode, depth = excluded.depth, votes_not_before = excluded.votes_not_before,
                          decision_name = excluded.decision_name, decision_office = excluded.decision_office, decision_letter = excluded.decision_letter,
                          changed_by_id = excluded.changed_by_id, changed_at = excluded.changed_at
                        """)
                .params(wanted.mode().name(), wanted.depth().name(), utc(wanted.votesNotBefore()))
                .params(
                        decision == null ? null : decision.name(),
                        decision == null ? null : decision.office(),
                        decision == null ? null : decision.letter())
                .param(actor.id())
                .update();
        if (wanted.mode().on()) {
            jdbc.sql("UPDATE public_edition SET read_at = NULL").update();
        } else {
            takeAway();
        }
        changes.announce(TOPIC, settings.area());
        audit.record("public-view.changed", null, settings.area(), details(wanted));
    }

    /** Also from the tables, so that what comes after begins with nothing. The edition first, as its writer does, so that neither waits for the other. */
    private void takeAway() {
        jdbc.sql("UPDATE public_edition SET version = version + 1, read_at = NULL, wake_at = NULL")
                .update();
        jdbc.sql("DELETE FROM public_file").update();
    }

    private static Map<String, String> details(PublicView wanted) {
        var details = new LinkedHashMap<String, String>();
        details.put("mode", wanted.mode().name());
        details.put("depth", wanted.depth().name());
        var moment = wanted.votesNotBefore();
        details.put("votesNotBefore", moment == null ? "15.00 WIB" : moment.toString());
        var decision = wanted.decision();
        if (decision != null) {
            details.put("decidedBy", decision.name() + ", " + decision.office());
            details.put("letter", decision.letter());
        }
        return details;
    }

    private static PublicView view(ResultSet row) throws SQLException {
        var name = row.getString("decision_name");
        return new PublicView(
                PublicMode.valueOf(row.getString("mode")),
                PublicDepth.valueOf(row.getString("depth")),
                instant(row, "votes_not_before"),
                name == null
                        ? null
                        : new Decision(name, row.getString("decision_office"), row.getString("decision_letter")),
                instant(row, "changed_at"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }

    private static @Nullable OffsetDateTime utc(@Nullable Instant at) {
        return at == null ? null : at.atOffset(ZoneOffset.UTC);
    }
}
