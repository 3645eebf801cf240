package isolate

import (
	"fmt"
	"os"
	"os/exec"
	"strings"
	"testing"
	"time"

	"gyokaku/model"
)

// aloneVariable makes a test process one that obeys a hostile request itself.
const aloneVariable = "ISOLATE_TEST_ALONE"

func TestAlone(t *testing.T) {
	if request := os.Getenv(aloneVariable); request != "" {
		Alone(Limits{Memory: testMemory, Time: 3 * time.Second}, func(f *model.Failure) {
			fmt.Println(f)
			os.Exit(3)
		})
		obey(t.Context(), []byte(request))
		return
	}
	for request, want := range map[string]string{"grow": "too_large: over the memory limit", "loop": "timeout: ", "echo x": "PASS"} {
		cmd := exec.Command(os.Args[0], "-test.run=^TestAlone$")
		cmd.Env = append(os.Environ(), aloneVariable+"="+request)
		said, err := cmd.Output()
		if !strings.HasPrefix(string(said), want) || (err == nil) != (want == "PASS") {
			t.Errorf("%s: %v\n%s", request, err, said)
		}
	}
}
