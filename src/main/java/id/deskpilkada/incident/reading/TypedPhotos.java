package id.deskpilkada.incident.reading;

import id.deskpilkada.fieldreport.NamedPhotos;
import id.deskpilkada.platform.Actor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Opens the photos of incidents that were typed by the desk to whoever may read the incident. */
@Component
class TypedPhotos implements NamedPhotos {

    private static final String NAMED =
            """
            SELECT EXISTS (SELECT 1 FROM incident_report r JOIN incident i ON i.id = r.incident_id
              WHERE r.photos @> ARRAY[:photo]::text[] AND (r.reporter_id = :uploader OR r.entered_by_id = :uploader)
                AND (EXISTS (SELECT 1 FROM unnest(string_to_array(:areas, ',')) own WHERE starts_with(i.area, own))
                  OR EXISTS (SELECT 1 FROM dispatch d JOIN unnest(string_to_array(:agencies, ',')) own ON own LIKE d.agency || ':%'
                             WHERE d.incident_id IN (i.id, i.merged_into) AND starts_with(d.area, split_part(own, ':', 2)))))
            """;

    private final JdbcClient jdbc;

    TypedPhotos(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public boolean show(String sha256, long uploader, Actor actor) {
        return IncidentReach.mine(jdbc.sql(NAMED), actor)
                .param("photo", sha256)
                .param("uploader", uploader)
                .query(Boolean.class)
                .single();
    }
}
