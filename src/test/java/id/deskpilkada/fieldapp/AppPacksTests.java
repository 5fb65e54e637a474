package id.deskpilkada.fieldapp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How modules become two files, and what cannot. */
class AppPacksTests {

    private static final Map<String, String> APP = Map.of(
            "app.js", "import { go as start } from './way.js';\nstart();\n",
            "home.js", "import { id } from './form/words.js';\nexport const shown = id;\n",
            "way.js",
                    """
                    // Said to whoever reads it.
                    import * as words from './form/words.js';

                    /** What it does. */
                    export function go() {
                      return import('./form/form.js').then(part => part.check(words));
                    }
                    """,
            "form/words.js", "export const id = 'http://desa // bukan catatan';\n",
            "form/form.js", "export { shown as seen } from '../home.js';\nexport async function check() {}\n",
            "vendor/small.js", "function n(){}function t(){}export{n as first,t as second};");

    @Test
    void theFirstScreenIsInOneFileAndTheRestInAnother() {
        var files = packed(APP);
        assertThat(files.get("first.js"))
                .contains("'app.js'() {", "'way.js'() {", "'home.js'() {", "'form/words.js'() {")
                .doesNotContain("'form/form.js'() {");
        assertThat(files.get("rest.js"))
                .contains("'form/form.js'() {", "'vendor/small.js'() {", "import { $pack, $part } from './first.js';")
                .doesNotContain("'app.js'() {");
    }

    @Test
    void whatAModuleImportsAndExportsStaysWhatItWas() {
        var files = packed(APP);
        assertThat(files.get("first.js"))
                .contains(
                        "const { go: start } = $part('way.js');",
                        "const words = $part('form/words.js');",
                        "$rest().then(() => $part('form/form.js')).then(part => part.check(words))",
                        "return { go };",
                        "'http://desa // bukan catatan'")
                .doesNotContain("Said to", "What it does");
        assertThat(files.get("rest.js"))
                .contains("return { seen: $part('home.js').shown, check };", "return { first: n, second: t };");
    }

    @Test
    void theAddressOfAModuleLeadsToItInItsPack() {
        assertThat(packed(APP).get("form/form.js"))
                .contains(
                        "import { $part } from '../rest.js';",
                        "$part('form/form.js')",
                        "$seen as seen, $check as check");
        assertThat(packed(APP).get("way.js")).contains("from './first.js'");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "export let changes = 1;",
                "export default function () {}",
                "export * from './home.js';",
                "import all from './home.js';",
                "import './home.js';",
                "export const { one, other } = all;",
                "import { gone } from './gone.js';",
                "import { start } from './app.js';",
                "const later = () => import('./gone.js');"
            })
    void whatCannotBePackedEndsTheStart(String source) {
        var app = new TreeMap<>(APP);
        app.put("way.js", source);
        assertThatThrownBy(() -> packed(app)).isInstanceOf(IllegalStateException.class);
    }

    private static Map<String, String> packed(Map<String, String> sources) {
        var bytes = new TreeMap<String, byte[]>();
        sources.forEach((path, source) -> bytes.put(path, source.getBytes(StandardCharsets.UTF_8)));
        var files = new TreeMap<String, String>();
        new AppPacks(bytes).files().forEach((path, file) -> files.put(path, new String(file, StandardCharsets.UTF_8)));
        return files;
    }
}
