import 'monaco-editor'; // for its types alone: it declares MonacoEnvironment
