package id.deskpilkada.platform.audit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import id.deskpilkada.platform.Actor;
import id.deskpilkada.platform.Area;
import id.deskpilkada.platform.CurrentActor;
import id.deskpilkada.platform.DeskSettings;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Table {@code audit_entry}; the database itself adds time, writer and digest. */
@Component
class AuditRows {

    private static final String COLUMNS =
            "action, object, area, staff_id, username, work, channel, address, user_agent, request_id, route, outcome, details";
    private static final String INSERT =
            "INSERT INTO audit_entry (" + COLUMNS + ") VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?::jsonb)";
    /** A transaction that has written nothing has no number yet. */
    private static final String INSERT_IF_WRITTEN = "INSERT INTO audit_entry (" + COLUMNS
            + ") SELECT ?, ?, ?, ?::bigint, ?, ?, ?, ?, ?, ?, ?, ?, ?::jsonb WHERE pg_current_xact_id_if_assigned() IS NOT NULL";

    private final JdbcTemplate jdbc;
    private final ObjectMapper json;
    private final String installation;

    AuditRows(JdbcTemplate jdbc, ObjectMapper json, DeskSettings settings) {
        this.jdbc = jdbc;
        this.json = json;
        this.installation = settings.area();
    }

    void insert(Origin origin, @Nullable Actor who, List<AuditEntry> entries) {
        var rows = entries.stream().map(entry -> row(origin, who, entry)).toList();
        if (rows.size() == 1) {
            jdbc.update(INSERT, rows.get(0));
        } else {
            jdbc.batchUpdate(INSERT, rows);
        }
    }

    void insertIfWritten(Origin origin, AuditEntry entry) {
        jdbc.update(INSERT_IF_WRITTEN, row(origin, null, entry));
    }

    private @Nullable Object[] row(Origin origin, @Nullable Actor who, AuditEntry entry) {
        return new @Nullable Object[] {
            Plain.text(entry.action(), 100),
            Plain.text(entry.object(), 200),
            area(entry.area(), who),
            origin.staffId(),
            origin.username(),
            origin.work(),
            origin.channel().name(),
            origin.address(),
            origin.userAgent(),
            origin.requestId(),
            origin.route(),
            entry.outcome().name(),
            written(entry.details())
        };
    }

    /** The place that is named, or the one that the request names, or the one district of whoever acts, or else the whole installation. */
    private String area(@Nullable String named, @Nullable Actor who) {
        return Optional.ofNullable(named)
                .or(Origin::namedPlace)
                .map(Area::digits)
                .filter(digits -> digits.matches("[0-9]{2,13}"))
                .or(() -> Optional.ofNullable(who).or(CurrentActor::get).flatMap(AuditRows::district))
                .orElse(installation);
    }

    private static Optional<String> district(Actor actor) {
        var districts = actor.areas().stream()
                .map(area -> area.substring(0, Math.min(6, area.length())))
                .distinct()
                .toList();
        return districts.size() == 1 ? Optional.of(districts.get(0)) : Optional.empty();
    }

    private String written(Map<String, String> details) {
        try {
            return json.writeValueAsString(Plain.details(details));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
