package id.deskpilkada;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.util.FileSystemUtils;

/** Gives each test context an empty data folder below {@code target}, removed when the tests end. */
public class FreshDataDirectory implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        try {
            var target = Files.createDirectories(Path.of("target", "test-data"));
            var directory = Files.createTempDirectory(target, "desk").toAbsolutePath();
            TestPropertyValues.of("desk.data-dir=" + directory).applyTo(context);
            SpringApplication.getShutdownHandlers().add(() -> FileSystemUtils.deleteRecursively(directory.toFile()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
