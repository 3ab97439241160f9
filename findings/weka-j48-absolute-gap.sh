#!/usr/bin/env bash
# Weka 3.8.7 (weka-stable): J48 splits a numeric column only between values more than 0.00001 apart, whatever the unit of the column.
#
# Data: a hundred equally spaced numbers from 0 up; the first fifty have class n, the others y. One split tells them apart.
# Expected: two leaves, in any unit (C4.5 looks at the order of the values only)
# Seen:     two leaves where the numbers go up to 1, one leaf (no tree at all, half of the rows wrong) where the same numbers go up to 0.0001
set -euo pipefail
work=$(mktemp -d) && trap 'rm -rf "$work"' EXIT && cd "$work"
cat > pom.xml <<'POM'
<project xmlns="http://maven.apache.org/POM/4.0.0">
  <modelVersion>4.0.0</modelVersion>
  <groupId>finding</groupId><artifactId>finding</artifactId><version>1</version>
  <dependencies>
    <dependency><groupId>nz.ac.waikato.cms.weka</groupId><artifactId>weka-stable</artifactId><version>3.8.7</version></dependency>
  </dependencies>
</project>
POM
mvn -q -B org.apache.maven.plugins:maven-dependency-plugin:3.9.0:build-classpath -Dmdep.outputFile=classpath > /dev/null
cat > Finding.java <<'JAVA'
import java.util.ArrayList;
import java.util.List;
import weka.classifiers.trees.J48;
import weka.core.*;

class Finding {
    public static void main(String[] args) throws Exception {
        StringBuilder leaves = new StringBuilder();
        for (double largest : new double[] {1, 1e-4}) {
            Attribute x = new Attribute("x");
            Attribute y = new Attribute("y", List.of("n", "y"));
            Instances data = new Instances("numbers", new ArrayList<>(List.of(x, y)), 100);
            data.setClassIndex(1);
            for (int i = 0; i < 100; i++) {
                data.add(new DenseInstance(1, new double[] {largest * i / 99, i < 50 ? 0 : 1}));
            }
            J48 tree = new J48();
            tree.buildClassifier(data);
            leaves.append(' ').append((int) tree.measureNumLeaves());
        }
        System.out.println(leaves.substring(1));
    }
}
JAVA
seen=$("${JAVA_HOME:+$JAVA_HOME/bin/}java" -Dcom.github.fommil.netlib.ARPACK=com.github.fommil.netlib.F2jARPACK -cp "$(cat classpath)" Finding.java)
echo "leaves up to 1 and up to 0.0001: expected 2 2, seen $seen"
[ "$seen" = "2 1" ]
