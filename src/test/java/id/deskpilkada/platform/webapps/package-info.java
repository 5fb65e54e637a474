@NullMarked
package id.deskpilkada.platform.webapps;

import org.jspecify.annotations.NullMarked;
