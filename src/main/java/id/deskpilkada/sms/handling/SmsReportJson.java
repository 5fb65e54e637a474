package id.deskpilkada.sms.handling;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import id.deskpilkada.election.RoundRef;
import id.deskpilkada.fieldreport.ReportKind;
import id.deskpilkada.fieldreport.ReportSource;
import id.deskpilkada.platform.Actor;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.springframework.stereotype.Component;

/** Reports as the ledger's contract describes them, the same for the same message. */
@Component
class SmsReportJson {

    private static final int TPS = 13;

    private final ObjectMapper json;

    SmsReportJson(ObjectMapper json) {
        this.json = json;
    }

    /** @param area digits of the TPS or region */
    ObjectNode of(ReportKind kind, RoundRef round, String area, Actor sender, Instant at) {
        var report = json.createObjectNode();
        report.put("kind", kind.name());
        report.put("election", round.electionCode());
        report.put("round", round.code());
        if (area.length() == TPS) {
            report.put("tps", area);
        } else {
            report.put("region", id.deskpilkada.platform.Area.dotted(area));
        }
        report.put("source", ReportSource.SMS.name());
        report.put("onBehalfOf", sender.username());
        report.put("observedAt", at.truncatedTo(ChronoUnit.SECONDS).toString());
        report.putObject("data");
        return report;
    }

    /** Puts a value at a dotted path of the report's data. */
    static void put(ObjectNode report, String path, Object value) {
        var parts = path.split("\\.");
        var at = report.withObjectProperty("data");
        for (int part = 0; part < parts.length - 1; part++) {
            at = at.withObjectProperty(parts[part]);
        }
        at.putPOJO(parts[parts.length - 1], value);
    }

    byte[] bytes(ObjectNode report) {
        try {
            return json.writeValueAsBytes(report);
        } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
