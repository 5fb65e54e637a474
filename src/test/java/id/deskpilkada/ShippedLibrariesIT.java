package id.deskpilkada;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarInputStream;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The packaged jar and the lists of what is inside it (CycloneDX). */
class ShippedLibrariesIT {

    private static final String LIST = "META-INF/sbom/application.cdx.json";
    private static final String LIST_OF_BROWSER_LIBRARIES = "META-INF/sbom/camunda-webapps.cdx.json";
    private static final String LIBRARIES = "BOOT-INF/lib/";
    /** Spring Boot's packaging puts this one in by itself, so no dependency names it. */
    private static final String PUT_IN_BY_THE_PACKAGING = LIBRARIES + "spring-boot-jarmode-tools-";

    private static final Pattern NAMED_LICENCE = Pattern.compile("@license:? (@?[a-z0-9./-]+)@[0-9]");
    private static JarFile jar;

    @BeforeAll
    static void open() throws IOException {
        jar = new JarFile(System.getProperty("desk.jar"));
    }

    @AfterAll
    static void close() throws IOException {
        jar.close();
    }

    @Test
    void everyLibraryInTheJarIsInTheListWithItsHash() throws IOException {
        var listed = hashes(components(list()));

        var unknown = jar.stream()
                .filter(entry ->
                        entry.getName().startsWith(LIBRARIES) && entry.getName().endsWith(".jar"))
                .filter(entry -> !entry.getName().startsWith(PUT_IN_BY_THE_PACKAGING))
                .filter(entry -> !listed.contains(sha256(entry)))
                .map(JarEntry::getName)
                .toList();

        assertThat(listed).hasSizeGreaterThan(100);
        assertThat(unknown).as("libraries that the list does not name").isEmpty();
    }

    @Test
    void theListNamesTheVersionOfThePackagingLibrary() throws IOException {
        var boot = components(list()).stream()
                .filter(component -> component.path("name").asText().equals("spring-boot"))
                .map(component -> component.path("version").asText())
                .findFirst()
                .orElseThrow();

        assertThat(jar.getJarEntry(PUT_IN_BY_THE_PACKAGING + boot + ".jar")).isNotNull();
    }

    @Test
    void theListCarriesNothingThatChangesFromBuildToBuild() throws IOException {
        var list = list();

        assertThat(list.at("/metadata/timestamp").isMissingNode()
                        || list.at("/metadata/timestamp").asText().startsWith("2026-11-22T00:00:00"))
                .isTrue();
        assertThat(list.path("serialNumber").asText()).matches("urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-3.*");
    }

    @Test
    void theBrowserLibrariesPackedIntoCamundasWebappsAreListed() throws IOException {
        var listed = components(read(LIST_OF_BROWSER_LIBRARIES)).stream()
                .map(component ->
                        component.path("purl").asText().replace("pkg:npm/", "").replace("%40", "@"))
                .map(purl -> purl.substring(0, purl.lastIndexOf('@')))
                .collect(Collectors.toSet());

        assertThat(namedByTheWebapps()).hasSizeGreaterThan(80).isSubsetOf(listed);
    }

    @Test
    void everyShippedGroupHasBeenLookedUp() throws IOException {
        var document = Evidence.read(Path.of("docs", "security", "advisories.md"));

        var unknown = components(list()).stream()
                .map(component -> component.path("group").asText())
                .filter(group -> !document.contains("`" + group + "`"))
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(unknown)
                .as("groups that docs/security/advisories.md does not speak of")
                .isEmpty();
    }

    @Test
    void nothingButTheProductIsInTheJar() {
        var odd = Pattern.compile(
                "(^|/)(\\.git|\\.svn|\\.env|\\.idea)(/|$)|Tests?(\\$.*)?\\.class$|Fixture|\\.(java|bak|orig|log|pem|p12|jks)$");

        assertThat(jar.stream().map(JarEntry::getName).filter(name -> odd.matcher(name)
                        .find()))
                .isEmpty();
        assertThat(jar.stream().map(JarEntry::getName))
                .noneMatch(
                        name -> name.matches(".*BOOT-INF/lib/(junit|assertj|archunit|playwright|spring-test|h2)-.*"));
    }

    private static Set<String> namedByTheWebapps() throws IOException {
        var names = new TreeSet<String>();
        var webapps = jar.stream()
                .filter(entry -> entry.getName().startsWith(LIBRARIES + "camunda-webapp-webjar-"))
                .findFirst()
                .orElseThrow();
        try (var inner = new JarInputStream(jar.getInputStream(webapps))) {
            for (var entry = inner.getNextJarEntry(); entry != null; entry = inner.getNextJarEntry()) {
                if (entry.getName().endsWith("LICENSE.txt")) {
                    var text = new String(inner.readAllBytes(), StandardCharsets.UTF_8);
                    NAMED_LICENCE.matcher(text).results().forEach(match -> names.add(match.group(1)));
                }
            }
        }
        return names;
    }

    /** Maven skips the list when it works offline; only then may it be missing. */
    private static JsonNode list() throws IOException {
        assumeTrue(
                jar.getEntry(LIST) != null || !"offline=true".equals(System.getProperty("desk.build")),
                "An offline build has no list of its libraries");
        return read(LIST);
    }

    private static JsonNode read(String name) throws IOException {
        assertThat(jar.getJarEntry(name)).as(name).isNotNull();
        try (var in = jar.getInputStream(jar.getJarEntry(name))) {
            return new ObjectMapper().readTree(in);
        }
    }

    private static List<JsonNode> components(JsonNode list) {
        return StreamSupport.stream(list.path("components").spliterator(), false)
                .toList();
    }

    private static Set<String> hashes(List<JsonNode> components) {
        return components.stream()
                .flatMap(component ->
                        StreamSupport.stream(component.path("hashes").spliterator(), false))
                .filter(hash -> hash.path("alg").asText().equals("SHA-256"))
                .map(hash -> hash.path("content").asText())
                .collect(Collectors.toSet());
    }

    private static String sha256(JarEntry entry) {
        try (var in = new DigestInputStream(jar.getInputStream(entry), MessageDigest.getInstance("SHA-256"))) {
            in.transferTo(OutputStream.nullOutputStream());
            return HexFormat.of().formatHex(in.getMessageDigest().digest());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
