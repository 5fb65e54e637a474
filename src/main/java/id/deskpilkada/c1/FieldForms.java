package id.deskpilkada.c1;

import id.deskpilkada.c1.C1Form.Extent;
import id.deskpilkada.c1.written.C1Data;
import id.deskpilkada.c1.written.RuleResult;
import id.deskpilkada.election.Elections;
import id.deskpilkada.fieldreport.Acknowledgement;
import id.deskpilkada.fieldreport.FieldReport;
import id.deskpilkada.fieldreport.FieldReports;
import id.deskpilkada.fieldreport.ReportKind;
import id.deskpilkada.platform.Actor;
import id.deskpilkada.platform.Messages;
import id.deskpilkada.platform.Permission;
import id.deskpilkada.platform.Problem;
import id.deskpilkada.region.Regions;
import java.time.Clock;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Prepares the reporter's page of one form: empty, as it was sent, or as it was just typed. */
@Component
@Transactional
class FieldForms {

    private final C1Work work;
    private final C1FormRepository forms;
    private final C1Capture capture;
    private final C1Sheets sheets;
    private final C1TaskLabels labels;
    private final Elections elections;
    private final FieldReports reports;
    private final Regions regions;
    private final Messages messages;
    private final Clock clock;

    FieldForms(
            C1Work work,
            C1FormRepository forms,
            C1Capture capture,
            C1Sheets sheets,
            C1TaskLabels labels,
            Elections elections,
            FieldReports reports,
            Regions regions,
            Messages messages,
            Clock clock) {
        this.work = work;
        this.forms = forms;
        this.capture = capture;
        this.sheets = sheets;
        this.labels = labels;
        this.elections = elections;
        this.reports = reports;
        this.regions = regions;
        this.messages = messages;
        this.clock = clock;
    }

    C1Sheet sheet(C1Case about) {
        return sheets.of(about, Extent.ALL);
    }

    /** @param correcting whether the person asked to correct what was sent */
    FieldForm open(C1Case about, boolean correcting, @Nullable UUID sent, Map<String, String> errors, Actor actor) {
        var view = sheetFor(about, actor);
        var missing = view.state() == C1State.EXPECTED;
        var typed = view.written() == null ? Map.<String, String>of() : typed(view.written());
        var form = view.written() == null || view.written().form() == null
                ? null
                : view.written().form().name();
        var entry = new FieldEntry(UUID.randomUUID(), now(), "APP", null, form, null, !missing, typed);
        return page(about, view, missing && sent == null || correcting, entry, errors, null, sent, actor);
    }

    FieldForm again(C1Case about, FieldEntry entry, Map<String, String> errors, @Nullable String notice, Actor actor) {
        return page(about, sheetFor(about, actor), true, entry, errors, notice, null, actor);
    }

    /** @throws Problem 403 {@code NOT_YOUR_TPS} */
    void requireReporter(Actor actor, C1Case about) {
        if (!FieldList.mayReport(actor, about.tps())) {
            throw Problem.forbidden("NOT_YOUR_TPS", about.tps());
        }
    }

    private C1SheetView sheetFor(C1Case about, Actor actor) {
        requireReporter(actor, about);
        return work.sheet(about, actor);
    }

    private FieldForm page(
            C1Case about,
            C1SheetView view,
            boolean entering,
            FieldEntry entry,
            Map<String, String> errors,
            @Nullable String notice,
            @Nullable UUID sent,
            Actor actor) {
        var form = forms.find(about).orElse(null);
        return new FieldForm(
                about,
                elections.station(about.round(), about.tps()).orElseThrow(),
                labels.station(about),
                sheet(about),
                FieldList.standing(form, !view.photos().isEmpty()),
                entering,
                entry,
                UUID.randomUUID(),
                errors,
                notice,
                view.photoRejection(),
                view.photos(),
                sent == null ? null : sent(about, sent, actor),
                actor.may(Permission.REPORT, about.tps()),
                actor.may(Permission.REPORT_FOR_OTHERS, about.tps()));
    }

    private FieldForm.@Nullable Sent sent(C1Case about, UUID id, Actor actor) {
        return reports.find(id)
                .filter(report ->
                        report.enteredById() == actor.id() && about.tps().equals(report.tps()))
                .map(report -> new FieldForm.Sent(
                        reports.acknowledgement(id)
                                .map(Acknowledgement::receipt)
                                .orElse("-"),
                        time(report.receivedAt()),
                        report.kind() == ReportKind.C1 ? looks(about, report) : List.of(),
                        report.data().path("photos").size()))
                .orElse(null);
    }

    private List<String> looks(C1Case about, FieldReport report) {
        return capture.rules(about, capture.read(about, report)).stream()
                .filter(RuleResult::failed)
                .filter(rule -> !onlyLacksPhotos(rule))
                .map(rule -> messages.text(
                        "c1.rule." + rule.code() + ".reporter", rule.arguments().toArray()))
                .toList();
    }

    /** Photos may follow, and the page says so where it asks for them. */
    private static boolean onlyLacksPhotos(RuleResult rule) {
        return rule.code().equals("W12")
                && !String.valueOf(rule.arguments().get(2)).equals("1");
    }

    private Map<String, String> typed(C1Data written) {
        var typed = new TreeMap<String, String>();
        for (var path : C1Data.fieldPaths(written.votes().keySet())) {
            var number = written.field(path);
            if (number != null) {
                typed.put(path, number.toString());
            }
        }
        return typed;
    }

    private String time(Instant moment) {
        return DateTimeFormatter.ofPattern("d MMMM, HH.mm", Messages.locale()).format(moment.atZone(regions.zone()))
                + " " + regions.zoneName();
    }

    private String now() {
        return clock.instant().truncatedTo(ChronoUnit.SECONDS).toString();
    }
}
