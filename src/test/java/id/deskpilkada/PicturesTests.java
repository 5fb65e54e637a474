package id.deskpilkada;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.stream.Collectors;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

/** README and guides show pictures that are there, and no picture lies about that nobody shows. {@code SimulationIT} takes them anew of the pages themselves. */
class PicturesTests {

    @Test
    void everyPictureIsThereAndSaysWhatItShows() {
        assertThat(Pictures.references()).isNotEmpty().allSatisfy(shown -> {
            assertThat(shown.file()).as(shown.document() + " shows").exists();
            assertThat(shown.alt()).as(shown.file() + " in words").hasSizeGreaterThan(20);
        });
        try (var kept = Files.list(Pictures.KEPT)) {
            var names = kept.map(file -> file.getFileName().toString().replace(".png", ""))
                    .collect(Collectors.toSet());
            assertThat(names).isEqualTo(Pictures.shown());
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void everyPictureIsOfADeskOrATelephoneAndLight() throws IOException {
        for (var name : Pictures.shown()) {
            var file = Pictures.KEPT.resolve(name + ".png");
            var image = ImageIO.read(file.toFile());
            assertThat(image.getWidth() + "x" + image.getHeight())
                    .as(name)
                    .isIn(
                            Pictures.DESK_WIDTH + "x" + Pictures.DESK_HEIGHT,
                            Pictures.PHONE_WIDTH + "x" + Pictures.PHONE_HEIGHT);
            assertThat(Files.size(file)).as(name).isLessThanOrEqualTo(Pictures.MOST_BYTES);
        }
    }
}
