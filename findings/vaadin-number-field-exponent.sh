#!/usr/bin/env bash
# Vaadin 25.2.2 (vaadin-text-field-flow): NumberField reads a number with an exponent as the digits before it.
#
# Data: what <input type="number"> holds as its value where somebody types 1e9 or 2.5e3, both valid floating-point numbers of HTML
# Expected: 1.0E9 and 2500.0; or no value, as for what is no number
# Seen:     1.0 and 2.5; BigDecimalField reads 1E+9 and 2.5E+3
set -euo pipefail
work=$(mktemp -d) && trap 'rm -rf "$work"' EXIT && cd "$work"
cat > pom.xml <<'XML'
<project xmlns="http://maven.apache.org/POM/4.0.0">
  <modelVersion>4.0.0</modelVersion>
  <groupId>finding</groupId>
  <artifactId>finding</artifactId>
  <version>1</version>
  <dependencies>
    <dependency>
      <groupId>com.vaadin</groupId>
      <artifactId>vaadin-text-field-flow</artifactId>
      <version>25.2.2</version>
    </dependency>
  </dependencies>
</project>
XML
mvn -q -B org.apache.maven.plugins:maven-dependency-plugin:3.9.0:copy-dependencies -DoutputDirectory=lib > /dev/null
cat > Finding.java <<'JAVA'
import com.vaadin.flow.component.textfield.*;

class Finding {
    public static void main(String[] args) {
        for (String typed : new String[] {"1e9", "2.5e3", "2500"}) {
            NumberField number = new NumberField();
            number.getElement().setProperty("value", typed);
            BigDecimalField decimal = new BigDecimalField();
            decimal.getElement().setProperty("value", typed);
            System.out.println(typed + ": " + number.getValue() + ", " + decimal.getValue());
        }
    }
}
JAVA
seen=$("${JAVA_HOME:+$JAVA_HOME/bin/}java" -cp 'lib/*' Finding.java 2> /dev/null)
echo "$seen"
[ "$seen" = "1e9: 1.0, 1E+9
2.5e3: 2.5, 2.5E+3
2500: 2500.0, 2500" ]
