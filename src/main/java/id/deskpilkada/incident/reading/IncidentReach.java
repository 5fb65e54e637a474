package id.deskpilkada.incident.reading;

import id.deskpilkada.platform.Actor;
import id.deskpilkada.platform.Grant;
import id.deskpilkada.platform.Permission;
import id.deskpilkada.platform.Problem;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;

/** How far somebody's view of incidents reaches: their own places, and what their own agency was sent to. */
public final class IncidentReach {

    /** Patterns of the own places, made once a statement and not once a row. */
    private static final String INSIDE =
            "%s.area LIKE ANY ((SELECT array_agg(own || '%%') FROM unnest(string_to_array(:areas, ',')) own)::text[])";

    /** Of an incident {@code i}: own places, or a dispatch of an own agency at an own place. */
    public static final String OWN_INCIDENTS = "(" + INSIDE.formatted("i")
            + """
               OR EXISTS (SELECT 1 FROM dispatch d JOIN unnest(string_to_array(:agencies, ',')) own ON own LIKE d.agency || ':%'
                          WHERE d.incident_id = i.id AND starts_with(i.area, split_part(own, ':', 2))))
              """;

    /** Of a dispatch {@code d}, likewise. */
    public static final String OWN_DISPATCHES = "(" + INSIDE.formatted("d")
            + """
               OR EXISTS (SELECT 1 FROM unnest(string_to_array(:agencies, ',')) own WHERE own LIKE d.agency || ':%' AND starts_with(d.area, split_part(own, ':', 2))))
              """;

    /** Of an incident {@code i}: none of a practice while a real round runs. */
    public static final String NO_PRACTICE = "i.round_id <> ALL ((SELECT hidden_practice())::bigint[])";

    private IncidentReach() {}

    /** @throws Problem 403 {@code FORBIDDEN} */
    public static void requireReader(Actor actor) {
        if (!actor.may(Permission.SEE_INCIDENTS) && !actor.may(Permission.ANSWER_DISPATCHES)) {
            throw Problem.forbidden("FORBIDDEN");
        }
    }

    /** Fills in {@code :areas} and {@code :agencies}. */
    public static StatementSpec mine(StatementSpec statement, Actor actor) {
        return statement
                .param("areas", String.join(",", actor.areas(Permission.SEE_INCIDENTS)))
                .param("agencies", String.join(",", ownAgencies(actor)));
    }

    /** As {@code bpbd:3604}. */
    private static List<String> ownAgencies(Actor actor) {
        return actor.grants().stream()
                .flatMap(grant -> grant.agency().map(code -> code + ":" + grant.area()).stream())
                .toList();
    }

    static boolean works(Actor actor, String agency, String area) {
        return actor.grants().stream()
                .filter(grant -> grant.covers(area))
                .map(Grant::agency)
                .flatMap(Optional::stream)
                .anyMatch(agency::equals);
    }
}
