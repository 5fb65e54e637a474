package id.deskpilkada;

import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.imageio.ImageIO;

/** The pictures in README and guides: where they lie, who shows them, how large they may be. They are written anew with {@code -Ddesk.pictures.write=true}. */
public final class Pictures {

    public static final Path KEPT = Path.of("docs", "images");
    public static final int MOST_BYTES = 150 * 1024;
    public static final int DESK_WIDTH = 1366;
    public static final int DESK_HEIGHT = 768;
    public static final int PHONE_WIDTH = 390;
    public static final int PHONE_HEIGHT = 844;

    private static final int COLOURS = 256;
    private static final Pattern MARKDOWN = Pattern.compile("!\\[([^\\]]*)]\\(([^)\\s]+\\.png)\\)");
    private static final Pattern HTML = Pattern.compile("<img[^>]*\\bsrc=\"([^\"]+\\.png)\"[^>]*>");
    private static final Pattern ALT = Pattern.compile("\\balt=\"([^\"]*)\"");

    private Pictures() {}

    /** A picture that a document shows. @param file where it must lie */
    public record Shown(Path document, String alt, Path file) {

        String name() {
            return file.getFileName().toString().replaceFirst("\\.png$", "");
        }
    }

    /** Where they are written to in this run. */
    public static Path target() {
        return Boolean.getBoolean("desk.pictures.write") ? KEPT : Path.of("target", "screenshots", "pictures");
    }

    /** Names of those that documents show. */
    public static Set<String> shown() {
        return references().stream().map(Shown::name).collect(Collectors.toCollection(TreeSet::new));
    }

    public static List<Shown> references() {
        try (var guides = Files.walk(Path.of("docs"))) {
            var documents = new ArrayList<>(
                    guides.filter(path -> path.toString().endsWith(".md")).toList());
            documents.add(Path.of("README.md"));
            return documents.stream().flatMap(document -> in(document).stream()).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Shown> in(Path document) {
        try {
            var text = Files.readString(document);
            var folder = document.toAbsolutePath().getParent();
            var found = new ArrayList<Shown>();
            MARKDOWN.matcher(text)
                    .results()
                    .forEach(one -> found.add(new Shown(
                            document, one.group(1), folder.resolve(one.group(2)).normalize())));
            HTML.matcher(text).results().forEach(one -> {
                var alt = ALT.matcher(one.group());
                found.add(new Shown(
                        document,
                        alt.find() ? alt.group(1) : "",
                        folder.resolve(one.group(1)).normalize()));
            });
            return found;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The same picture in its 256 most frequent colours: a page has few, and takes a third of the room. */
    public static byte[] smaller(byte[] png) {
        try {
            var image = ImageIO.read(new ByteArrayInputStream(png));
            var out = new ByteArrayOutputStream();
            ImageIO.write(indexed(image), "png", out);
            return out.size() < png.length ? out.toByteArray() : png;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static BufferedImage indexed(BufferedImage image) {
        int width = image.getWidth();
        int height = image.getHeight();
        var pixels = image.getRGB(0, 0, width, height, null, 0, width);
        var palette = palette(pixels);
        var model = new IndexColorModel(8, palette.length, palette, 0, false, -1, java.awt.image.DataBuffer.TYPE_BYTE);
        var small = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_INDEXED, model);
        Map<Integer, Integer> nearest = new HashMap<>();
        var raster = small.getRaster();
        for (int at = 0; at < pixels.length; at++) {
            int index = nearest.computeIfAbsent(pixels[at], colour -> nearest(palette, colour));
            raster.setSample(at % width, at / width, 0, index);
        }
        return small;
    }

    private static int[] palette(int[] pixels) {
        Map<Integer, Integer> counts = new HashMap<>();
        for (int pixel : pixels) {
            counts.merge(pixel, 1, Integer::sum);
        }
        return counts.entrySet().stream()
                .sorted(Map.Entry.<Integer, Integer>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit(COLOURS)
                .mapToInt(Map.Entry::getKey)
                .toArray();
    }

    private static int nearest(int[] palette, int colour) {
        int best = 0;
        int least = Integer.MAX_VALUE;
        for (int index = 0; index < palette.length; index++) {
            int red = (palette[index] >> 16 & 255) - (colour >> 16 & 255);
            int green = (palette[index] >> 8 & 255) - (colour >> 8 & 255);
            int blue = (palette[index] & 255) - (colour & 255);
            int distance = red * red + green * green + blue * blue;
            if (distance < least) {
                least = distance;
                best = index;
            }
        }
        return best;
    }
}
