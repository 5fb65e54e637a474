package id.deskpilkada.readiness.screening;

import id.deskpilkada.platform.Actor;
import id.deskpilkada.platform.Permission;
import id.deskpilkada.platform.Problem;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The puskesmas areas of an election and who may open them. */
@Component
class PuskesmasAreas {

    private static final String ONE = "SELECT id, election_id, name, area FROM puskesmas WHERE ";
    private static final String OWN = "EXISTS (SELECT 1 FROM unnest(?::text[]) own WHERE starts_with(o.area, own))";

    private final JdbcClient jdbc;

    PuskesmasAreas(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * How far the screening of an area is, inside the reader's places.
     *
     * @param screened how many have been screened at all; says nothing about results
     */
    record Progress(long id, String name, String area, long officers, long screened) {}

    List<Progress> progress(long electionId, Actor actor) {
        return jdbc.sql(
                        """
                        SELECT p.id, p.name, p.area, count(*) AS officers, count(s.officer_id) AS screened
                        FROM puskesmas p JOIN officer o ON o.puskesmas_id = p.id AND o.active LEFT JOIN officer_screening s ON s.officer_id = o.id
                        WHERE p.election_id = ? AND %s GROUP BY p.id ORDER BY p.name, p.id
                        """
                                .formatted(OWN))
                .params(electionId, own(actor))
                .query(Progress.class)
                .list();
    }

    /** @throws Problem 404 {@code UNKNOWN_PUSKESMAS} also when no officer of it works inside the actor's places */
    Puskesmas open(long id, Actor actor) {
        return jdbc.sql(ONE + "id = ? AND EXISTS (SELECT 1 FROM officer o WHERE o.puskesmas_id = puskesmas.id AND "
                        + OWN + ")")
                .params(id, own(actor))
                .query(Puskesmas.class)
                .optional()
                .orElseThrow(() -> Problem.notFound("UNKNOWN_PUSKESMAS"));
    }

    Puskesmas get(long id) {
        return jdbc.sql(ONE + "id = ?").param(id).query(Puskesmas.class).single();
    }

    /** Changes of one area's screenings wait for each other, so that whoever comes last sees that all is done. */
    void lock(long id) {
        jdbc.sql("SELECT id FROM puskesmas WHERE id = ? FOR UPDATE")
                .param(id)
                .query(Long.class)
                .single();
    }

    /** Those with officers that a round has not opened yet. */
    List<Puskesmas> notOpened(long electionId, long roundId, int most) {
        return jdbc.sql(
                        ONE
                                + """
                                election_id = ? AND EXISTS (SELECT 1 FROM officer o WHERE o.puskesmas_id = puskesmas.id AND o.active)
                                AND NOT EXISTS (SELECT 1 FROM screening_opening n WHERE n.round_id = ? AND n.puskesmas_id = puskesmas.id)
                                ORDER BY id LIMIT ?
                                """)
                .params(electionId, roundId, most)
                .query(Puskesmas.class)
                .list();
    }

    /** False when another transaction was first. */
    boolean markOpened(long roundId, long puskesmasId) {
        return jdbc.sql("INSERT INTO screening_opening (round_id, puskesmas_id) VALUES (?, ?) ON CONFLICT DO NOTHING")
                        .params(roundId, puskesmasId)
                        .update()
                == 1;
    }

    boolean wasOpened(long roundId, long puskesmasId) {
        return jdbc.sql("SELECT EXISTS (SELECT 1 FROM screening_opening WHERE round_id = ? AND puskesmas_id = ?)")
                .params(roundId, puskesmasId)
                .query(Boolean.class)
                .single();
    }

    static String[] own(Actor actor) {
        return actor.areas(Permission.SCREEN_OFFICERS).toArray(String[]::new);
    }
}
