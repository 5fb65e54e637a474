package id.deskpilkada.incident.file;

import id.deskpilkada.fieldreport.Photos;
import id.deskpilkada.incident.reading.IncidentView;
import id.deskpilkada.platform.Actor;
import id.deskpilkada.platform.document.PaperPhoto;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The photos of an incident, small enough for paper. */
@Component
class IncidentPhotos {

    static final Shown NONE = new Shown(List.of(), 0);

    private static final int MOST = 12;

    private final Photos photos;
    private final FileTimes times;

    IncidentPhotos(Photos photos, FileTimes times) {
        this.photos = photos;
        this.times = times;
    }

    /** @param image null for one that has not arrived or cannot be shown @param told when it was reported; null for readers who do not see the report */
    public record Photo(String sha256, @Nullable String image, @Nullable String told) {}

    /** @param more that the paper does not show */
    public record Shown(List<Photo> photos, int more) {}

    Shown of(IncidentView view, Actor actor) {
        var shown = new ArrayList<Photo>();
        for (var sha256 : view.photos().stream().limit(MOST).toList()) {
            var image = photos.copy(sha256, actor).flatMap(PaperPhoto::small).orElse(null);
            shown.add(new Photo(sha256, image, told(view, sha256)));
        }
        return new Shown(shown, Math.max(0, view.photos().size() - MOST));
    }

    private @Nullable String told(IncidentView view, String sha256) {
        return view.reports().stream()
                .filter(report -> report.photos().contains(sha256))
                .map(report -> times.line(report.at()))
                .findFirst()
                .orElse(null);
    }
}
