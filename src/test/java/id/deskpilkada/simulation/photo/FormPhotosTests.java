package id.deskpilkada.simulation.photo;

import static org.assertj.core.api.Assertions.assertThat;

import id.deskpilkada.simulation.world.Contest;
import id.deskpilkada.simulation.world.Paper;
import id.deskpilkada.simulation.world.Papers;
import id.deskpilkada.simulation.world.Station;
import id.deskpilkada.simulation.world.World;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

class FormPhotosTests {

    static final long SEED = 20241127;
    static final Station STATION = World.of(SEED, 1).stations().get(3);
    static final Paper PAPER = new Papers(SEED).of(STATION, Contest.BUPATI);

    final FormPhotos photos = new FormPhotos(SEED);

    @Test
    void aPhotoIsSmallAndAJpeg() throws IOException {
        var jpeg = photos.clear(STATION, Contest.BUPATI, PAPER, 1);
        assertThat(jpeg.length).isBetween(20_000, 120_000);
        assertThat(image(jpeg).getWidth()).isEqualTo(860);
    }

    @Test
    void theSamePaperGivesTheSamePhoto() {
        assertThat(new FormPhotos(SEED).clear(STATION, Contest.BUPATI, PAPER, 1))
                .isEqualTo(photos.clear(STATION, Contest.BUPATI, PAPER, 1));
    }

    @Test
    void twoSheetsAndTwoRacesAreDifferentFiles() {
        assertThat(photos.clear(STATION, Contest.BUPATI, PAPER, 1))
                .isNotEqualTo(photos.clear(STATION, Contest.BUPATI, PAPER, 2));
        var other = new Papers(SEED).of(STATION, Contest.GUBERNUR);
        assertThat(photos.clear(STATION, Contest.GUBERNUR, other, 1))
                .isNotEqualTo(photos.clear(STATION, Contest.BUPATI, PAPER, 1));
    }

    @Test
    void aBlurredPhotoHasNoSharpStrokes() throws IOException {
        var clear = image(photos.clear(STATION, Contest.BUPATI, PAPER, 1));
        var blurred = image(photos.blurred(STATION, Contest.BUPATI, PAPER));
        assertThat(edges(clear)).isGreaterThan(20 * Math.max(1, edges(blurred)));
    }

    private static int edges(BufferedImage image) {
        int edges = 0;
        for (int y = 0; y < image.getHeight(); y += 3) {
            for (int x = 1; x < image.getWidth(); x++) {
                if (Math.abs((image.getRGB(x, y) & 0xff) - (image.getRGB(x - 1, y) & 0xff)) > 60) {
                    edges++;
                }
            }
        }
        return edges;
    }

    private static BufferedImage image(byte[] jpeg) throws IOException {
        return ImageIO.read(new ByteArrayInputStream(jpeg));
    }
}
