package id.deskpilkada.region;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.context.annotation.Configuration;

/**
 * What an installation puts above its documents.
 *
 * @param office whose desk it is, e.g. {@code Pemerintah Kabupaten Serang}
 * @param address of the office, in one line
 * @param logo a PNG or JPEG file, at most 1 MiB
 */
@ConfigurationProperties("desk.letterhead")
record LetterheadSettings(@DefaultValue("") String office, @DefaultValue("") String address, @Nullable Path logo) {

    @Configuration(proxyBeanMethods = false)
    @EnableConfigurationProperties(LetterheadSettings.class)
    static class Registration {}
}
