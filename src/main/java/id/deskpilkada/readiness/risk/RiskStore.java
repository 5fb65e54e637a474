package id.deskpilkada.readiness.risk;

import id.deskpilkada.imports.ImportOutcome;
import id.deskpilkada.platform.Actor;
import id.deskpilkada.platform.FieldProblem;
import id.deskpilkada.platform.Scope;
import id.deskpilkada.readiness.risk.RiskImporter.ImportedRisk;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Stores many risks in one statement, each with a line of history. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class RiskStore {

    private static final String WORK = "risks";

    private final JdbcClient jdbc;
    private final RiskClasses classes;
    private final Clock clock;

    RiskStore(JdbcClient jdbc, RiskClasses classes, Clock clock) {
        this.jdbc = jdbc;
        this.classes = classes;
        this.clock = clock;
    }

    /** Area and indicator of what was closed. */
    Set<String> closed(long election) {
        return Scope.system(WORK, () -> jdbc.sql(
                        "SELECT area || ' ' || indicator FROM risk WHERE election_id = ? AND state = 'CLOSED'")
                .param(election)
                .query(String.class)
                .set());
    }

    private record Counts(int created, int updated) {}

    /** @param notes whether the file has notes; otherwise those stored stay */
    ImportOutcome store(
            long election, List<ImportedRisk> rows, boolean notes, @Nullable Actor actor, List<FieldProblem> warnings) {
        // A line of history is seen with its risk, and the statement that writes both cannot see the risk yet.
        Counts counts = Scope.system(WORK, () -> write(election, rows, notes, actor));
        if (counts.created() + counts.updated() > 0) {
            classes.recompute(election, RiskImporter.areas(rows));
        }
        return new ImportOutcome(
                counts.created(), counts.updated(), rows.size() - counts.created() - counts.updated(), warnings);
    }

    private Counts write(long election, List<ImportedRisk> rows, boolean notes, @Nullable Actor actor) {
        var now = OffsetDateTime.now(clock.withZone(ZoneOffset.UTC));
        return jdbc.sql(
                        """
                        WITH stored AS (
                          INSERT INTO risk AS r (election_id, area, indicator, note, recorded_at, changed_at)
                          SELECT :election, area, indicator, note, :now, :now
                          FROM unnest(CAST(:areas AS text[]), CAST(:indicators AS text[]), CAST(:notes AS text[])) AS input (area, indicator, note)
                          ON CONFLICT (election_id, area, indicator) DO UPDATE SET note = excluded.note, changed_at = excluded.changed_at
                          WHERE r.state = 'OPEN' AND :withNotes AND r.note IS DISTINCT FROM excluded.note
                          RETURNING id, note, xmax = 0 AS created
                        ), told AS (
                          INSERT INTO risk_event (risk_id, act, detail, actor_id, at)
                          SELECT id, CASE WHEN created THEN 'RECORDED' ELSE 'CHANGED' END, note, CAST(:actor AS bigint), :now FROM stored
                        )
                        SELECT count(*) FILTER (WHERE created) AS created, count(*) FILTER (WHERE NOT created) AS updated FROM stored
                        """)
                .param("election", election)
                .param("now", now)
                .param("areas", texts(rows, ImportedRisk::area))
                .param("indicators", texts(rows, ImportedRisk::indicator))
                .param("notes", texts(rows, ImportedRisk::note))
                .param("withNotes", notes)
                .param("actor", actor == null ? null : actor.id())
                .query(Counts.class)
                .single();
    }

    private static @Nullable String[] texts(List<ImportedRisk> rows, Function<ImportedRisk, @Nullable String> value) {
        return rows.stream().map(value).toArray(String[]::new);
    }
}
