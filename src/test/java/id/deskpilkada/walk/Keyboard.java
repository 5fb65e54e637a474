package id.deskpilkada.walk;

import com.microsoft.playwright.Page;

/** Somebody who has no mouse: goes from one thing to the next, and must see where they are. */
final class Keyboard {

    private static final int FAR = 120;

    private final Page page;

    Keyboard(Page page) {
        this.page = page;
    }

    /** Presses Tab until the focus is on what the selector means. */
    Keyboard tabTo(String selector) {
        for (int steps = 0; steps < FAR; steps++) {
            press("Tab");
            if (!seen()) {
                throw new AssertionError("The focus cannot be seen: " + where());
            }
            if (is("matches", selector)) {
                return this;
            }
        }
        throw new AssertionError("Not reached with Tab: " + selector + ", last at " + where());
    }

    Keyboard press(String key) {
        page.keyboard().press(key);
        return this;
    }

    boolean focusIsIn(String selector) {
        return is("closest", selector);
    }

    private boolean is(String how, String selector) {
        return Boolean.TRUE.equals(
                page.evaluate("([how, what]) => !!document.activeElement[how](what)", new String[] {how, selector}));
    }

    /** On the thing itself, on the card that holds it, or on the label that stands for it. */
    private boolean seen() {
        return Boolean.TRUE.equals(
                page.evaluate(
                        """
                        () => {
                          for (let some = document.activeElement; some && some !== document.body; some = some.parentElement) {
                            const style = getComputedStyle(some);
                            if (some.matches('path') && parseFloat(style.strokeWidth) >= 4) return true;
                            if (style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) > 1) return true;
                          }
                          return document.activeElement === document.body;
                        }"""));
    }

    private String where() {
        return String.valueOf(page.evaluate("document.activeElement.outerHTML.slice(0, 200)"));
    }
}
