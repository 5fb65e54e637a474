package id.deskpilkada.incident.file;

import id.deskpilkada.fieldreport.Photos;
import id.deskpilkada.incident.reading.IncidentView;
import id.deskpilkada.platform.Actor;
import java.awt.Image;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The photos of an incident, small enough for paper. */
@Component
class IncidentPhotos {

    static final Shown NONE = new Shown(List.of(), 0);

    private static final int MOST = 12;
    private static final double LONGEST_SIDE = 900;

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
            var image = photos.copy(sha256, actor).map(IncidentPhotos::small).orElse(null);
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

    private static @Nullable String small(byte[] copy) {
        try {
            var image = ImageIO.read(new ByteArrayInputStream(copy));
            if (image == null) {
                return null;
            }
            double scale = Math.min(1, LONGEST_SIDE / Math.max(image.getWidth(), image.getHeight()));
            int width = Math.max(1, (int) (image.getWidth() * scale));
            int height = Math.max(1, (int) (image.getHeight() * scale));
            var small = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
            var brush = small.createGraphics();
            brush.drawImage(
                    image.getScaledInstance(width, height, Image.SCALE_AREA_AVERAGING),
                    0,
                    0,
                    java.awt.Color.WHITE,
                    null);
            brush.dispose();
            var bytes = new ByteArrayOutputStream();
            ImageIO.write(small, "jpg", bytes);
            return "data:image/jpeg;base64," + Base64.getEncoder().encodeToString(bytes.toByteArray());
        } catch (IOException e) {
            return null;
        }
    }
}
