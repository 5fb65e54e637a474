package id.deskpilkada.voting.entry;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import id.deskpilkada.election.RoundRef;
import id.deskpilkada.fieldreport.FieldReport;
import id.deskpilkada.fieldreport.FieldReports;
import id.deskpilkada.platform.Actor;
import id.deskpilkada.platform.FieldProblem;
import id.deskpilkada.platform.Messages;
import id.deskpilkada.platform.Problem;
import id.deskpilkada.region.Regions;
import id.deskpilkada.voting.report.NoNews;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Sends the rows of a posted form, each as a report of its own: a row that is refused holds up no other. */
@Component
class EntrySending {

    private static final Set<String> ABOUT_SENDER = Set.of("source", "onBehalfOf");

    private final FieldReports reports;
    private final NoNews noNews;
    private final Regions regions;
    private final Messages messages;
    private final ObjectMapper json;
    private final Clock clock;

    EntrySending(
            FieldReports reports, NoNews noNews, Regions regions, Messages messages, ObjectMapper json, Clock clock) {
        this.reports = reports;
        this.noNews = noNews;
        this.regions = regions;
        this.messages = messages;
        this.json = json;
        this.clock = clock;
    }

    /** The same form with what was wrong in each row; nothing wrong means that every row was taken. */
    PostedEntry send(RoundRef round, String slot, PostedEntry posted, Actor actor) {
        var faults = new HashMap<String, Map<String, String>>();
        var spent = new HashSet<String>();
        for (var row : posted.filled()) {
            try {
                one(round, slot, row, posted, actor);
            } catch (Problem refused) {
                if (refused.code().equals("REPORT_CONFLICT")) {
                    spent.add(row.place());
                }
                faults.put(row.place(), texts(refused, faults));
            }
        }
        return posted.with(faults, spent);
    }

    private void one(RoundRef round, String slot, TypedRow row, PostedEntry posted, Actor actor) {
        if (row.onlyNoNews()) {
            noNews.note(round, row.place(), slot, actor);
            return;
        }
        var report = row.report(round, slot, regions.zone(), json);
        if (taken(row, report, actor)) {
            return;
        }
        report.put("observedAt", clock.instant().truncatedTo(ChronoUnit.SECONDS).toString());
        if (posted.source() != null) {
            report.put("source", posted.source());
        }
        if (posted.onBehalfOf() != null && !"APP".equals(posted.source())) {
            report.put("onBehalfOf", posted.onBehalfOf());
        }
        reports.acknowledge(row.id(), bytes(report), actor);
    }

    /** A second click on the same page: the ledger has it under the id that the page carries. */
    private boolean taken(TypedRow row, ObjectNode report, Actor actor) {
        return reports.find(row.id())
                .filter(stored -> stored.enteredById() == actor.id())
                .map(FieldReport::data)
                .filter(report.get("data")::equals)
                .isPresent();
    }

    private Map<String, String> texts(Problem problem, Map<String, Map<String, String>> faults) {
        var texts = new LinkedHashMap<String, String>();
        for (FieldProblem error : problem.errors()) {
            var field = error.field() == null ? "" : error.field().replaceFirst("^data\\.(voters\\.)?", "");
            if (ABOUT_SENDER.contains(field)) {
                faults.computeIfAbsent("", sender -> new HashMap<>()).putIfAbsent(field, messages.problem(error));
            } else {
                texts.putIfAbsent(field.equals("voters") ? "total" : field, messages.problem(error));
            }
        }
        texts.putIfAbsent(
                "",
                problem.errors().isEmpty()
                        ? messages.problem(problem.code(), problem.arguments())
                        : messages.text("voting.entry.correct"));
        return texts;
    }

    private byte[] bytes(ObjectNode report) {
        try {
            return json.writeValueAsBytes(report);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
