package id.deskpilkada.incident.file;

import id.deskpilkada.fieldreport.IncidentCategory;
import id.deskpilkada.incident.IncidentPeople;
import id.deskpilkada.incident.reading.IncidentReading;
import id.deskpilkada.platform.Actor;
import id.deskpilkada.platform.Permission;
import id.deskpilkada.platform.audit.Audit;
import id.deskpilkada.platform.document.Documents;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What happened at one incident, on paper, as far as whoever asks may see it. */
@Component
class IncidentDocument {

    private static final String STYLE =
            """
            h2 { border-bottom: 0.6pt solid #555; padding-bottom: 1mm; margin-top: 7mm; }
            .words { white-space: pre-wrap; word-wrap: break-word; }
            table.small td, table.small th { font-size: 8.5pt; line-height: 1.3; padding: 1mm 1.5mm; }
            table.lines { width: 99%; } .box { margin-right: 1mm; }
            .photo { display: inline-block; width: 80mm; margin: 0 4mm 4mm 0; vertical-align: top; page-break-inside: avoid; font-size: 7pt; }
            .photo img { max-width: 80mm; max-height: 60mm; }
            .hash { font-family: Mono; font-size: 6.5pt; word-wrap: break-word; }
            """;

    private final IncidentReading reading;
    private final IncidentPeople people;
    private final IncidentPhotos photos;
    private final FileTimes times;
    private final Documents documents;
    private final Audit audit;
    private final Clock clock;

    IncidentDocument(
            IncidentReading reading,
            IncidentPeople people,
            IncidentPhotos photos,
            FileTimes times,
            Documents documents,
            Audit audit,
            Clock clock) {
        this.reading = reading;
        this.people = people;
        this.photos = photos;
        this.times = times;
        this.documents = documents;
        this.audit = audit;
        this.clock = clock;
    }

    /** @throws id.deskpilkada.platform.Problem 404 {@code UNKNOWN_INCIDENT} */
    byte[] pdf(long id, Actor actor) {
        var view = reading.one(id, actor);
        var head = view.incident();
        var area = head.tps() == null ? head.region() : head.tps();
        audit.record("incident.exported", head.number(), area, Map.of("format", "pdf"));
        boolean health = head.category() == IncidentCategory.HEALTH;
        boolean withheld = health && !view.reports().isEmpty() && !actor.may(Permission.TRIAGE_INCIDENTS);
        var model = new HashMap<String, @Nullable Object>();
        model.put("view", view);
        model.put("account", new IncidentAccount(view, withheld, times, people));
        model.put("times", times);
        model.put("withheld", withheld);
        model.put("health", health && !withheld);
        model.put("photos", withheld ? IncidentPhotos.NONE : photos.of(view, actor));
        model.put("part", view.reports().isEmpty());
        model.put("category", people.text("incident.category." + head.category()));
        model.put("style", STYLE);
        model.put(
                "footnote", people.text("incident.file.by") + " " + actor.name() + ", " + times.time(clock.instant()));
        return documents.pdf("incident", model);
    }
}
