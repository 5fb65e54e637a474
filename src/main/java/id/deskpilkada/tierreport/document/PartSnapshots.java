package id.deskpilkada.tierreport.document;

import id.deskpilkada.platform.Area;
import id.deskpilkada.tierreport.compile.CanonicalJson;
import id.deskpilkada.tierreport.compile.Snapshot;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The frozen figures that a region's are made of: own reports of the tier below, and in a province those that were received. A reader gets those inside their territory. */
@Component
class PartSnapshots {

    private final JdbcClient jdbc;

    PartSnapshots(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** By dotted code, in the order in which they stand in the report. */
    Map<String, Snapshot> of(Snapshot snapshot, boolean withheld) {
        var parts = new LinkedHashMap<String, Snapshot>();
        for (var district : snapshot.districts()) {
            var code = district.report();
            if (code != null) {
                find(Area.digits(district.region().code()), code, String.valueOf(district.digest()))
                        .map(part -> withheld ? part.withheld() : part)
                        .ifPresent(part -> parts.put(district.region().code(), part));
            }
        }
        return parts;
    }

    private Optional<Snapshot> find(String area, String code, String digest) {
        return jdbc.sql(
                        """
                        SELECT snapshot FROM tier_report WHERE (area, code, digest) = (:area, :code, :digest)
                        UNION ALL SELECT snapshot FROM received_report WHERE (area, code, digest) = (:area, :code, :digest) LIMIT 1
                        """)
                .param("area", area)
                .param("code", code)
                .param("digest", digest)
                .query(String.class)
                .optional()
                .map(text -> CanonicalJson.read(text, Snapshot.class));
    }
}
