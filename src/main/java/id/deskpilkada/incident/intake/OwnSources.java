package id.deskpilkada.incident.intake;

import id.deskpilkada.platform.Actor;
import id.deskpilkada.platform.SystemTransactions;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which reports of incidents somebody has made or typed themselves. */
@Component
public class OwnSources {

    private static final String OWN =
            """
            SELECT EXISTS (SELECT 1 FROM incident_report WHERE source_id = :id AND :actor IN (reporter_id, entered_by_id))
                OR EXISTS (SELECT 1 FROM field_report WHERE id = :id AND kind = 'INCIDENT' AND :actor IN (reporter_id, entered_by_id))
            """;

    private final JdbcClient jdbc;
    private final SystemTransactions transactions;

    OwnSources(JdbcClient jdbc, SystemTransactions transactions) {
        this.jdbc = jdbc;
        this.transactions = transactions;
    }

    /** @param source the field report or signal, before or after it has become an incident */
    public boolean isOf(UUID source, Actor actor) {
        return transactions.read("incident", () -> jdbc.sql(OWN)
                .param("id", source)
                .param("actor", actor.id())
                .query(Boolean.class)
                .single());
    }
}
