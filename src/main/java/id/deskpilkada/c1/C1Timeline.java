package id.deskpilkada.c1;

import id.deskpilkada.platform.Messages;
import id.deskpilkada.region.Regions;
import id.deskpilkada.staff.Staff;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Who did what to a form, when and through which channel, in the order in which it happened. */
@Component
class C1Timeline {

    private final C1Versions versions;
    private final C1Traces traces;
    private final Staff staff;
    private final Regions regions;
    private final Messages messages;

    C1Timeline(C1Versions versions, C1Traces traces, Staff staff, Regions regions, Messages messages) {
        this.versions = versions;
        this.traces = traces;
        this.staff = staff;
        this.regions = regions;
        this.messages = messages;
    }

    /** @param reason given by who did it; null where none was asked for */
    record Step(Instant at, String time, String text, @Nullable String reason) {}

    List<Step> of(C1Form form) {
        var steps = new ArrayList<Step>();
        versions.of(form.id()).forEach(version -> steps.add(copied(version)));
        traces.rekeyings(form)
                .forEach(done -> steps.add(step(
                        done.at(),
                        text("rekeyed", staff.name(done.verifierId()), text(done.matches() ? "match" : "mismatch")),
                        null)));
        traces.photoRejections(form)
                .forEach(done -> steps.add(step(
                        done.at(),
                        text("photo", staff.name(done.verifierId()), messages.text("c1.desk.photo." + done.reason())),
                        null)));
        traces.decisions(form)
                .forEach(done -> steps.add(step(
                        done.at(),
                        text("decided", staff.name(done.decidedById()), done.resultingNo()),
                        done.reason())));
        steps.sort(Comparator.comparing(Step::at));
        return steps;
    }

    private Step copied(C1Version version) {
        var channel = messages.text("c1.desk.channel." + version.source());
        var text = text(version.origin().name(), staff.name(version.reporterId()), channel);
        if (version.enteredById() != version.reporterId()) {
            text += ", " + text(version.brief() ? "assignedBy" : "typedBy", staff.name(version.enteredById()));
        }
        var decision = version.origin() == C1Version.Origin.DECISION;
        return step(version.capturedAt(), text, decision ? null : version.reason());
    }

    private Step step(Instant at, String text, @Nullable String reason) {
        return new Step(at, time(at), text, reason);
    }

    private String text(String event, Object... arguments) {
        return messages.text("c1.desk.event." + event, arguments);
    }

    private String time(Instant moment) {
        return DateTimeFormatter.ofPattern("d MMMM, HH.mm.ss", Messages.locale())
                        .format(moment.atZone(regions.zone()))
                + " " + regions.zoneName();
    }
}
