package id.deskpilkada.tierreport.document;

import id.deskpilkada.fieldreport.IncidentCategory;
import id.deskpilkada.fieldreport.Photos;
import id.deskpilkada.incident.IncidentFacts;
import id.deskpilkada.platform.Actor;
import id.deskpilkada.platform.document.PaperPhoto;
import id.deskpilkada.tierreport.TierLevel;
import id.deskpilkada.tierreport.compile.Snapshot;
import id.deskpilkada.tierreport.compile.Snapshot.Incident;
import id.deskpilkada.tierreport.document.Material.Photo;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Documentation: photos that had come with the incidents of a report when its figures were frozen, the gravest first, cleaned of metadata. None of people who are ill or accused of something.
 */
@Component
class ReportPhotos {

    private static final int MOST = 6;
    private static final int SHOWN_DIGITS = 16;
    private static final Set<String> LEFT_OUT =
            Set.of(IncidentCategory.HEALTH.name(), IncidentCategory.VIOLATION.name());

    private final IncidentFacts incidents;
    private final Photos photos;
    private final Words words;

    ReportPhotos(IncidentFacts incidents, Photos photos, Words words) {
        this.incidents = incidents;
        this.photos = photos;
        this.words = words;
    }

    /** A province's incidents are numbered by other installations. @param reader who sees only what they may see; null for the tier above */
    List<Photo> of(Snapshot snapshot, @Nullable Actor reader) {
        if (snapshot.level().equals(TierLevel.PROVINCE.name())) {
            return List.of();
        }
        var shown = snapshot.incidents().list().stream()
                .filter(one -> !LEFT_OUT.contains(one.category()))
                .sorted(Comparator.comparing(Incident::severity).reversed())
                .toList();
        Map<Long, Incident> byId = shown.stream()
                .filter(one -> one.number().matches("K-\\d{1,18}"))
                .collect(Collectors.toMap(one -> Long.parseLong(one.number().substring(2)), one -> one));
        if (byId.isEmpty()) {
            return List.of();
        }
        var found = incidents.photos(byId.keySet(), snapshot.frozenAt());
        var pictures = new ArrayList<Photo>();
        found.stream()
                .sorted(Comparator.comparing(photo -> -severity(byId, photo)))
                .takeWhile(photo -> pictures.size() < MOST)
                .forEach(photo -> copy(photo.sha256(), reader)
                        .flatMap(PaperPhoto::small)
                        .ifPresent(image -> pictures.add(new Photo(image, caption(byId, photo)))));
        return pictures;
    }

    private static int severity(Map<Long, Incident> byId, IncidentFacts.Photographed photo) {
        var incident = byId.get(photo.incident());
        return incident == null ? 0 : incident.severity();
    }

    private String caption(Map<Long, Incident> byId, IncidentFacts.Photographed photo) {
        var incident = byId.get(photo.incident());
        return incident == null
                ? ""
                : words.text(
                        "tierdoc.photo",
                        incident.number(),
                        incident.place(),
                        words.moment(incident.observedAt()),
                        photo.sha256().substring(0, SHOWN_DIGITS));
    }

    private Optional<byte[]> copy(String sha256, @Nullable Actor reader) {
        return reader == null ? photos.cleaned(sha256) : photos.copy(sha256, reader);
    }
}
